/** Tests that are read by people have to hold as well: those of the templates, and those of the guide. */
import { existsSync, globSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { readLayout } from "../translations/read-layout.ts"
import { coverageOf } from "./coverage.ts"
import { parseTests } from "./parse-tests.ts"
import type { ScriptSource } from "./prepare-script.ts"
import { runTests, type TestRun } from "./run-tests.ts"
import { showResults } from "./show-run.ts"

const root = join(import.meta.dirname, "../..")
const saoPaulo = { name: "America/Sao_Paulo", untils: [], offsets: [-180] }

const runSource = (tests: string, script: string): TestRun =>
  runScript(tests, { name: "script.bas", source: script })

function runScript(tests: string, source: ScriptSource): TestRun {
  const { file, diagnostics } = parseTests(tests)
  expect(diagnostics).toEqual([])
  const run = runTests(file, {
    readScript: () => source,
    defaultPath: "script.bas",
    findZone: (name) => (name === saoPaulo.name ? saoPaulo : null),
  })
  const failed = run.results.filter(({ isPassed }) => !isPassed)
  expect(failed, showResults("tests", failed)).toEqual([])
  return run
}

/** The scripts of a template, with their texts in other languages. */
function readScripts(folder: string) {
  const sheet = join(root, folder, "texts.csv")
  const texts = existsSync(sheet) ? readFileSync(sheet, "utf8") : null
  return globSync(`${folder}/*.bas`, { cwd: root })
    .filter((file) => !file.endsWith(".test.bas"))
    .map((file) => {
      const script = {
        name: basename(file, ".bas"),
        source: readFileSync(join(root, file), "utf8"),
      }
      return { ...script, layout: readLayout(script, texts) }
    })
}

const templates = [
  ...new Set(globSync("templates/*/*.test.bas", { cwd: root }).map(dirname)),
].sort()

describe("the tests of the templates", () => {
  it.each(templates)("hold, and take every step and way: %s", (folder) => {
    const scripts = readScripts(folder)
    const runs = globSync(`${folder}/*.test.bas`, { cwd: root }).map((file) => {
      const own = scripts.find(({ name }) => name === basename(file, ".test.bas"))
      if (own === undefined) throw new Error(`${file} has no script.`)
      const others = scripts
        .filter((script) => script !== own)
        .map((script) => ({ ...script, callName: script.name }))
      const tests = readFileSync(join(root, file), "utf8")
      return runScript(tests, { ...own, listOthers: () => others })
    })
    const missed = coverageOf(runs).flatMap(({ script, steps, outlets }) =>
      [...steps, ...outlets].filter(({ count }) => count === 0).map((way) => ({ script, ...way })),
    )
    expect(missed).toEqual([])
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
