/** Tests that are read by people have to hold as well: those of the templates, and those of the guide. */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { coverageOf } from "./coverage.ts"
import { parseTests } from "./parse-tests.ts"
import { runTests, type TestRun } from "./run-tests.ts"
import { countTaken, percentOf } from "./show-coverage.ts"
import { showResults } from "./show-run.ts"

const root = join(import.meta.dirname, "../..")
const saoPaulo = { name: "America/Sao_Paulo", untils: [], offsets: [-180] }

function runSource(tests: string, script: string): TestRun {
  const { file, diagnostics } = parseTests(tests)
  expect(diagnostics).toEqual([])
  const source = { name: "script.bas", source: script }
  const run = runTests(file, {
    readScript: () => source,
    defaultPath: "script.bas",
    findZone: (name) => (name === saoPaulo.name ? saoPaulo : null),
  })
  const failed = run.results.filter(({ isPassed }) => !isPassed)
  expect(failed, showResults("tests", failed)).toEqual([])
  return run
}

const templates = globSync("templates/*/*.test.bas", { cwd: root }).sort()

describe("the tests of the templates", () => {
  it.each(templates)("hold, and take every step and way: %s", (file) => {
    const tests = readFileSync(join(root, file), "utf8")
    const script = readFileSync(join(root, file.replace(".test.bas", ".bas")), "utf8")
    const [coverage] = coverageOf([runSource(tests, script)])
    expect(percentOf(countTaken(coverage?.steps ?? []))).toBe(100)
    expect(percentOf(countTaken(coverage?.outlets ?? []))).toBe(100)
  })

  it("are held in far less than a hundredth of a second each", () => {
    const file = "templates/demo/demo"
    const script = { name: "demo", source: readFileSync(join(root, `${file}.bas`), "utf8") }
    const tests = parseTests(readFileSync(join(root, `${file}.test.bas`), "utf8")).file
    const startMs = performance.now()
    let count = 0
    for (let round = 0; round < 50; round++)
      count += runTests(tests, { readScript: () => script, defaultPath: "demo" }).results.length
    expect((count * 1000) / (performance.now() - startMs)).toBeGreaterThan(200)
  })
})

describe("the samples of the guide", () => {
  const guide = readFileSync(join(root, "docs/guides/testing-conversations.md"), "utf8")
  const pairs = [...guide.matchAll(/```basic\n([\s\S]*?)```\s+```test\n([\s\S]*?)```/g)]

  it("are all found", () => {
    expect(pairs.length).toBe(guide.match(/```test/g)?.length)
    expect(pairs.length).toBeGreaterThan(2)
  })

  it.each(pairs.map(([, script = "", tests = ""]) => ({ script, tests })))(
    "run as they are written: $tests",
    ({ script, tests }) => {
      expect(runSource(tests, script).results.length).toBeGreaterThan(0)
    },
  )
})
