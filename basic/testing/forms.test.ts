import { describe, expect, it } from "vitest"
import type { ZoneTable } from "../vm/outcome.ts"
import type { Expectation, TestAct } from "./nodes.ts"
import { parseTests } from "./parse-tests.ts"
import { runTests } from "./run-tests.ts"

const scripts: Readonly<Record<string, string>> = {
  "chat.bas": `PARAM city AS STRING
visits = GET BOT MEMORY "visits"
REMEMBER "seen", 1
SET SESSION "step", "one"
TALK "Hello \${city}, visit \${visits}"
HEAR answer AS "Yes", "No", * WITH "Go on?" TIMEOUT 600 GOTO late
PRINT "said " + answer
reply = GET "https://x.example/a" ELSE GOTO broken
TALK "Got \${reply}"
WAIT 90
TALK "Now \${FORMAT(NOW(), "HH:mm")}"
HEAR photo AS IMAGE WITH "A picture?"
RETURN photo.name
late:
TALK "Too late"
EXIT
broken:
THROW "Broken: " + ERROR MESSAGE`,
  "echo.bas": 'HEAR word\nTALK "You said " + word\nHEAR again AS EMAIL',
  "soon.bas": 'rows = FETCH CROWD "people"\nTALK "There are ${LEN(rows)}"',
  "stop.bas": 'TALK "a"\nx = 1 / 0',
}
const zone: ZoneTable = { name: "Test/Two", untils: [], offsets: [120] }

function run(lines: string) {
  const { file, diagnostics } = parseTests(`TEST "one"\n${lines}`)
  expect(diagnostics).toEqual([])
  const { results } = runTests(file, {
    readScript: (name) => {
      const source = scripts[name]
      return source === undefined ? null : { name, source }
    },
    defaultPath: "chat.bas",
    findZone: (name) => (name === "Test/Two" ? zone : null),
  })
  return results[0]
}

type Form = TestAct["kind"] | `expect ${Expectation["kind"]}`

/** Each form with lines in which it holds. A new kind of line without an entry does not compile. */
const forms: Readonly<Record<Exclude<Form, "expect">, readonly string[]>> = {
  use: ['USE "echo.bas"\nSTART WITH "hi"\nEXPECT "You said hi"'],
  at: [
    'AT "2030-05-01 09:00"\nCHOOSE "Yes"\nSKIP\nEXPECT "Now 09:01"',
    'AT "2030-05-01 09:00" IN "Test/Two"\nCHOOSE "Yes"\nAT "2030-05-01 09:00:30"\nEXPECT NOTHING\nAT "2030-05-01 10:00"\nEXPECT "Now 09:01"',
  ],
  setMemory: [
    'SET BOT MEMORY "visits", 7\nEXPECT LIKE "*visit 7"',
    'SET USER MEMORY "k" = 1\nSET SESSION "s", 2\nEXPECT USER MEMORY "k" = 1\nEXPECT SESSION "s" = 2',
  ],
  setVariable: ['SET VARIABLE city = "Li" + "ma"\nEXPECT CONTAINS "Lima"'],
  setLanguage: [
    'SET LANGUAGE "pt"\nUSE "echo.bas"\nSAY "a"\nSAY "b"\nEXPECT CONTAINS "endereço de e-mail"',
  ],
  answer: [
    'ANSWER GET WITH "first"\nANSWER GET WITH "second"\nCHOOSE "No"\nEXPECT "Got first"',
    'ANSWER GET WHERE url LIKE "*/b" WITH "b"\nANSWER GET WHERE url LIKE "*/a" WITH "a"\nCHOOSE "No"\nEXPECT "Got a"',
    'ANSWER GET FAILS 404\nCHOOSE "No"\nEXPECT ERROR CONTAINS "answered with status 404"',
    'ANSWER GET FAILS "The line is cut."\nCHOOSE "No"\nEXPECT ERROR "Broken: The line is cut."',
    'USE "soon.bas"\nANSWER FETCH CROWD WITH ["Ana", "Bo"]\nEXPECT "There are 2"',
  ],
  start: ['START\nEXPECT LIKE "Hello*"', 'USE "echo.bas"\nSTART WITH "x"\nEXPECT "You said x"'],
  say: ['SAY "Yes"\nEXPECT LIKE "Got*"', 'SAY answer + "y"\nEXPECT VARIABLE answer = "y"'],
  choose: ['CHOOSE "No"\nEXPECT VARIABLE answer = "No"'],
  sendFile: [
    'CHOOSE "No"\nSKIP\nSEND FILE "a.jpg"\nEXPECT END WITH "a.jpg"',
    'CHOOSE "No"\nSKIP\nSEND FILE { name: "b.png", size: 3 }\nEXPECT END WITH "b.png"',
  ],
  skip: [
    'SKIP 10 MINUTES\nEXPECT "Too late"',
    "SKIP 599\nEXPECT NOTHING\nSKIP 1 SECOND\nEXPECT END",
    'SKIP\nEXPECT "Too late"',
    "SKIP 1 / 6 HOURS\nEXPECT END",
    "SKIP 2 DAYS\nSKIP 1 WEEK\nEXPECT END",
  ],
  restart: ['RESTART\nCHOOSE "No"\nRESTART\nSKIP\nEXPECT LIKE "Now*"'],
  "expect message": [
    'EXPECT "Hello , visit "\nEXPECT "Go on?"',
    'EXPECT CONTAINS "visit"',
    'EXPECT LIKE "H?llo*"',
    'EXPECT NOT "Bye"\nEXPECT NOT CONTAINS "Bye"',
    'EXPECT NOT LIKE "Bye*"',
    'CHOOSE "No"\nEXPECT "Got ${reply}"',
  ],
  "expect nothing": ['EXPECT LIKE "*"\nEXPECT LIKE "*"\nEXPECT NOTHING'],
  "expect choices": ['EXPECT CHOICES "Yes", "No"'],
  "expect variable": ['CHOOSE "No"\nEXPECT VARIABLE answer IN ["No", "Yes"] AND LEN(answer) = 2'],
  "expect memory": ['EXPECT SESSION "step" = "one"\nEXPECT USER MEMORY "seen", 1'],
  "expect effect": [
    'CHOOSE "No"\nEXPECT EFFECT GET WHERE url ENDS WITH "/a"\nEXPECT EFFECT PRINT WHERE text = "said No"',
    'EXPECT EFFECT SET SESSION\nEXPECT NO EFFECT GET\nCHOOSE "No"\nEXPECT NO EFFECT SET_SESSION',
    'USE "soon.bas"\nANSWER FETCH CROWD WITH []\nEXPECT EFFECT FETCH CROWD',
  ],
  "expect waiting": [
    "EXPECT WAITING\nEXPECT WAITING MENU",
    'CHOOSE "No"\nEXPECT WAITING PAUSE\nSKIP\nEXPECT WAITING IMAGE',
  ],
  "expect end": ["SKIP\nEXPECT END", 'CHOOSE "No"\nSKIP\nSEND FILE "x"\nEXPECT END WITH "x"'],
  "expect error": [
    'USE "stop.bas"\nEXPECT "a"\nEXPECT ERROR',
    'USE "stop.bas"\nEXPECT ERROR LIKE "*zero*"',
    'USE "soon.bas"\nEXPECT ERROR CONTAINS "FETCH CROWD"',
  ],
}
const cases = Object.entries(forms).flatMap(([form, all]) =>
  all.map((lines) => ({ form, lines, name: lines.replaceAll("\n", " : ") })),
)

describe("each form of a line", () => {
  it.each(cases)("$form holds where it should: $name", ({ lines }) => {
    expect(run(lines)).toMatchObject({ isPassed: true, failure: null })
  })

  it.each(cases)("$form reads the same in small letters: $name", ({ lines }) => {
    const small = lines.replace(/\b[A-Z]{2,}\b(?=[^"]*(?:"[^"]*"[^"]*)*$)/gm, (word) =>
      word.toLowerCase(),
    )
    expect(parseTests(`test "one"\n${small}`).diagnostics).toEqual([])
  })
})

describe("a conversation of a test", () => {
  it("takes an answer of the test before one of the setup, and keeps the last of several", () => {
    const source = `ANSWER GET WITH "setup"
TEST "setup"
CHOOSE "No"
EXPECT "Got setup"
TEST "own"
ANSWER GET WITH "own"
CHOOSE "No"
EXPECT "Got own"
SKIP
SEND FILE "x"
START
CHOOSE "No"
EXPECT "Got own"`
    const { results } = runTests(parseTests(source).file, {
      readScript: () => ({ name: "chat", source: scripts["chat.bas"] ?? "" }),
      defaultPath: "",
    })
    expect(results.map(({ failure }) => failure)).toEqual([null, null])
  })

  it("begins anew for each test: nothing of one is left in the next", () => {
    const source = 'USE "echo.bas"\nTEST "a"\nSAY "x"\nTEST "b"\nEXPECT VARIABLE word = NULL'
    const readScript = (name: string) => ({ name, source: scripts[name] ?? "" })
    const { results } = runTests(parseTests(source).file, { readScript, defaultPath: "" })
    expect(results.every(({ isPassed }) => isPassed)).toBe(true)
  })

  it("runs only the tests that the filter names", () => {
    const source = 'TEST "pays by card"\nTEST "pays in cash"\nTEST "leaves"'
    const readScript = (name: string) => ({ name, source: 'TALK "x"' })
    const options = { readScript, defaultPath: "x", filter: "CASH pays" }
    const { results } = runTests(parseTests(source).file, options)
    expect(results.map(({ name }) => name)).toEqual(["pays in cash"])
  })

  it("says of a text without quotes that it is no variable", () => {
    expect(run("SAY Hello")?.failure).toMatchObject({
      code: "basic.test_value",
      happened: "the script has none called Hello",
      hint: "Put texts between quotes.",
    })
  })

  it("ends a test at its first line that does not hold, and names both lines", () => {
    expect(run('EXPECT "Bye"\nEXPECT "Hm"')?.failure).toMatchObject({
      code: "basic.test_unmet",
      message: 'The test expects the message "Bye", but the bot said "Hello , visit ".',
      line: 2,
      text: 'EXPECT "Bye"',
      place: { script: "chat.bas", line: 5, stepId: "4" },
    })
  })
})
