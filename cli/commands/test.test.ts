import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findZone } from "#catalog/find-zone.ts"
import { parseInvocation } from "../parse-invocation.ts"
import { testCommand } from "./test.ts"

const shop = 'HEAR name\nIF name = "Ana" THEN\n  TALK "Hi Ana"\nEND IF\nTALK "Bye"\n'
const files: Readonly<Record<string, string>> = {
  "shop.bas": shop,
  "shop.test.bas": 'TEST "greets Ana"\nSAY "Ana"\nEXPECT "Hi Ana"\n',
  "deep/er/other.test.bas":
    'USE "../../shop.bas"\nTEST "says bye"\nSAY "Bo"\nEXPECT "Bye"\nTEST "is wrong"\nSAY "Bo"\nEXPECT "Hi"\n',
  "node_modules/x/x.test.bas": "TEST",
  ".hidden/x.test.bas": "TEST",
  "clock/clock.bas": 'TALK FORMAT(NOW(), "HH:mm")\nHEAR x',
  "clock/clock.test.bas":
    'TEST "in summer"\nAT "2030-07-01 12:00" IN "Europe/Berlin"\nEXPECT "12:00"\nSKIP 1 HOUR\nTEST "nowhere"\nAT "2030-07-01" IN "Mars/Base"\n',
  "slips/slips.test.bas": 'TEST "a"\nSAYY "x"\nEXPECT\n',
  "empty/readme.txt": "",
  "bot/start.bas": 'n = CALL "tools/ask.bas", "Name?"\nTALK "Hello " + n\nCALL "mail.bas"\n',
  "bot/tools/ask.bas":
    'PARAM question\nHEAR x WITH question\nIF x = "" THEN\n  RETURN "you"\nEND IF\nRETURN UCASE(x)\n',
  "bot/unused.bas": "TALK 1\n",
  "bot/broken.bas": "IF\n",
  "bot/start.test.bas": `TEST "asks in another script"
ANSWER CALL WITH "sent"
EXPECT "Name?"
EXPECT VARIABLE question = "Name?"
SAY "Ana"
EXPECT "Hello ANA"
EXPECT END
TEST "says where it stands"
EXPECT "Your name?"
`,
}
let folder = ""

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "botwright-test-"))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => {
  const [out, errors]: [string[], string[]] = [[], []]
  const terminal = {
    folder,
    out: (text: string) => void out.push(text),
    error: (text: string) => void errors.push(text),
  }
  const code = testCommand.run(parseInvocation(testCommand, args), terminal)
  return { code, out: out.join(""), error: errors.join("") }
}

describe("test", () => {
  it("prints a line for each test, what was covered and how fast it was, and is content", () => {
    const { code, out } = run("shop.test.bas")
    expect(code).toBe(0)
    expect(out).toContain("shop.test.bas\n  ok    greets Ana\n")
    expect(out).toContain("shop.bas: 4 of 4 steps (100 %), 1 of 2 ways (50 %)\n")
    expect(out).toContain("  line 2  never taken: no\n")
    expect(out).toMatch(/\n1 test, all passed, in \d+ ms \(\d+ a second\)\n$/)
  })

  it("searches folders, and shows of a failure where it is and what was said", () => {
    const { code, out } = run("deep")
    expect(code).toBe(1)
    expect(out).toContain("  ok    says bye\n  FAIL  is wrong\n")
    expect(out).toContain('deep/er/other.test.bas:7  EXPECT "Hi"\n')
    expect(out).toContain("script    shop.bas:5, step 2\n")
    expect(out).toContain("  | you: Bo\n")
    expect(out).toContain("2 tests, 1 failed")
  })

  it("gives machines files, tests, failures and the coverage of all of them together", () => {
    const { code, out } = run("--json", "shop.test.bas", "deep")
    const report = JSON.parse(out)
    expect(code).toBe(1)
    expect(report).toMatchObject({ ok: false, passed: 2, failed: 1 })
    expect(report.files[1].tests[1]).toMatchObject({
      name: "is wrong",
      line: 5,
      ok: false,
      script: "shop.bas",
      failure: { code: "basic.test_unmet", line: 7, place: { line: 5, stepId: "2" } },
    })
    expect(report.coverage).toHaveLength(1)
    expect(report.coverage[0].steps[0]).toEqual({ id: "0", line: 1, count: 3 })
    expect(report.coverage[0].outlets.map(({ count }: { count: number }) => count)).toEqual([1, 2])
    expect(report.testsPerSecond).toBeGreaterThan(0)
  })

  it("passes over what others wrote, and counts a file once however often it is named", () => {
    const { files: tested } = JSON.parse(run("--json", ".", "shop.test.bas").out)
    const names = tested.map(({ file }: { file: string }) => file)
    expect(names).toEqual([
      "bot/start.test.bas",
      "clock/clock.test.bas",
      "deep/er/other.test.bas",
      "shop.test.bas",
      "slips/slips.test.bas",
    ])
  })

  it("writes lcov, and says so when it cannot", () => {
    expect(run("--lcov", "cover.info", "shop.test.bas").code).toBe(0)
    const written = readFileSync(join(folder, "cover.info"), "utf8")
    expect(written).toMatch(
      /^TN:\nSF:shop\.bas\nBRDA:2,0,0,1\nBRDA:2,0,1,0\n[\s\S]*end_of_record\n$/,
    )
    expect(() => run("--lcov", "gone/cover.info", "shop.test.bas")).toThrow(
      "gone/cover.info: The coverage cannot be written there.",
    )
  })

  it("runs what the filter names, and is not content when that is nothing", () => {
    expect(run("--filter", "ana GREETS", "shop.test.bas").out).toContain("1 test, all passed")
    expect(run("--filter", "unicorn", "shop.test.bas")).toMatchObject({
      code: 1,
      out: "No test has such a name.\n",
    })
  })

  it("shows every slip of a file and runs none of its tests", () => {
    const { code, out } = run("slips")
    expect(code).toBe(1)
    expect(out).toContain("slips/slips.test.bas:2:1  basic.test_unknown_line")
    expect(out).toContain("Did you mean SAY?")
    expect(out).toContain("slips/slips.test.bas:3:7  basic.missing_operand")
    expect(out).toContain("slips/slips.test.bas: 2 errors\n")
  })

  it("says of files and folders without tests that there are none", () => {
    expect(run("gone.test.bas")).toMatchObject({
      code: 1,
      error: expect.stringContaining("no such file"),
    })
    expect(() => run("empty")).toThrow("empty: There is no file *.test.bas in it.")
  })

  it("knows the clocks of the world", () => {
    const { out } = run("clock")
    expect(out).toContain("ok    in summer")
    expect(out).toContain('nothing is known of "Mars/Base"')
    const berlin = findZone("Europe/Berlin")
    const last = berlin?.untils.findLast((until) => until < Date.UTC(2030, 11, 1))
    expect(new Date(last ?? 0).toISOString()).toBe("2030-10-27T01:00:00.000Z")
    expect(findZone("Asia/Kolkata")?.offsets).toEqual([330])
    expect(findZone("Mars/Base")).toBeNull()
  })
})

describe("a bot of several scripts", () => {
  it("is tested with the scripts it calls, answers for those that are missing, and coverage of each", () => {
    const { out } = run("bot/start.test.bas", "--filter", "another")
    expect(out).toContain("  ok    asks in another script\n")
    expect(out).toContain("bot/start.bas: 3 of 3 steps (100 %)")
    expect(out).toMatch(/bot\/tools\/ask\.bas: \d of \d steps/)
    expect(out).toContain("  line 4")
    expect(out).not.toContain("unused.bas")
  })

  it("says in which script a test failed", () => {
    const { code, out } = run("bot/start.test.bas", "--filter", "stands")
    expect(code).toBe(1)
    expect(out).toContain("script    bot/tools/ask.bas:2")
  })
})
