import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { attempt, describeHost } from "./hold-to-plain.ts"

const attempts = readFileSync(join(import.meta.dirname, "escape-attempts.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# ") && !line.startsWith("## "))

const secret = "reached-the-host-7c1f"
let isReached = false
const planted = {
  CANARY: secret,
  canary: secret,
  escapeProbe: () => {
    isReached = true
    return secret
  },
}

beforeAll(() => {
  Object.assign(globalThis, planted)
  process.env.BOTWRIGHT_CANARY = secret
})
afterAll(() => {
  for (const name of Object.keys(planted)) Reflect.deleteProperty(globalThis, name)
  delete process.env.BOTWRIGHT_CANARY
})

const setting = [
  'o = { "a": 1, "b": [1, 2] }',
  's = "text"',
  'l = [1, "two", o]',
  "d = NOW()",
  "n = 5",
]
const procedures = ["FUNCTION f(x)", "RETURN x", "END FUNCTION", "SUB work(x)", "END SUB"]
const wrap = (...lines: string[]) => [...setting, ...lines, ...procedures].join("\n")

/** Where an attempt may stand. */
const places: readonly (readonly [string, (line: string) => string])[] = [
  ["as a value", (line) => wrap(`RETURN (${line})`)],
  [
    "as a variable that is used",
    (line) => wrap(`x = ${line}`, "TALK x", "x.y = 1", "RETURN x.constructor"),
  ],
  ["in a text", (line) => wrap(`RETURN "<\${${line}}>"`)],
  ["in a block of text", (line) => wrap("BEGIN TALK", `<\${${line}}>`, "END TALK")],
  ["as a statement", (line) => wrap(line)],
  ["as a condition and an index", (line) => wrap(`IF ${line} THEN RETURN l[${line}]`)],
  [
    "as an operand and in a list",
    (line) => wrap(`SET BOT MEMORY ${line}, [${line}, { k: ${line} }]`),
  ],
]

/** What only the host could have said. */
const leaks = [secret, "[native code]", "[object ", "node:internal", process.version, process.cwd()]

describe("SBX-01: an attempt to leave the language", () => {
  it("comes in at least 300 shapes", () => {
    expect(attempts.length).toBeGreaterThanOrEqual(300)
    expect(new Set(attempts).size).toBe(attempts.length)
  })

  it.each(places)("is refused or gives a plain value %s", (_, place) => {
    const before = describeHost()
    let ran = 0
    for (const line of attempts) {
      const { isRefused, seen } = attempt(place(line))
      for (const leak of leaks) expect(seen, line).not.toContain(leak)
      if (!isRefused) ran++
    }
    expect(isReached).toBe(false)
    expect(describeHost()).toBe(before)
    expect(ran).toBeGreaterThan(20)
  })

  it("finds nothing behind the members and methods that every object of the host has", () => {
    const inherited = [
      Object.prototype,
      Function.prototype,
      Array.prototype,
      String.prototype,
    ].flatMap((each) => Object.getOwnPropertyNames(each))
    for (const name of new Set(inherited))
      for (const subject of ["o", "{}", "l[2]", "o.b[0]", "NULL", "d"]) {
        if (!/^\w+$/.test(name)) continue
        const { outcome } = attempt(wrap(`v = ${subject}`, `RETURN TYPEOF(v["${name}"])`))
        expect(outcome, `${subject}["${name}"]`).toMatchObject({ kind: "done", value: "null" })
      }
  })
})
