import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Layout } from "../graph/model.ts"
import { normalizeScriptName, ScriptNames } from "../ir/script-names.ts"
import { coverageOf, type ScriptCoverage } from "./coverage.ts"
import { parseTests } from "./parse-tests.ts"
import type { FindZone } from "./perform.ts"
import type { CallableScript } from "./prepare-script.ts"
import { runTests, type TestResult, type TestRun } from "./run-tests.ts"

/** A script of a bot, or a file of its tests: `start` is tested by `start.test`. */
export interface NamedText {
  readonly name: string
  readonly source: string
}

/** A script with its texts in other languages, which tests that set a language ask for. */
export interface TestedScript extends NamedText {
  readonly layout?: Layout
}

export interface SavedTestsOptions {
  readonly findZone?: FindZone
  /** Only tests whose names contain all these words. */
  readonly filter?: string
}

export interface SavedTestFile {
  readonly name: string
  /** Lines that cannot be read; then none of its tests was run. */
  readonly errors: readonly Diagnostic[]
  readonly results: readonly TestResult[]
}

/** What the saved conversations of a bot came to. */
export interface SavedTestsReport {
  readonly files: readonly SavedTestFile[]
  readonly passed: number
  readonly failed: number
  /** Nothing failed, and every file could be read. True for a bot without tests. */
  readonly isPassed: boolean
  /** A script at a time, under the names of the scripts. */
  readonly coverage: readonly ScriptCoverage[]
}

const nothingRun: TestRun = { results: [], tallies: [] }

/** Runs the saved tests of a bot against its scripts, the first of which is where conversations begin. Nothing leaves the machine. */
export function runSavedTests(
  bot: { readonly scripts: readonly TestedScript[]; readonly tests: readonly NamedText[] },
  options: SavedTestsOptions = {},
): SavedTestsReport {
  const readScript = scriptReader(bot.scripts)
  const runs: TestRun[] = []
  const files = bot.tests.map(({ name, source }): SavedTestFile => {
    const { file, diagnostics } = parseTests(source)
    const errors = diagnostics.filter(({ severity }) => severity === "error")
    const named = name.replace(/\.bas$/i, "").replace(/\.test$/i, "")
    // Tests of a starter keep its name, and those of no script of theirs are of where conversations begin.
    const defaultPath = readScript(named) === null ? (bot.scripts[0]?.name ?? named) : named
    const run =
      errors.length > 0 ? nothingRun : runTests(file, { ...options, readScript, defaultPath })
    runs.push(run)
    return { name, errors, results: run.results }
  })
  const results = files.flatMap((file) => file.results)
  const passed = results.filter((result) => result.isPassed).length
  const failed = results.length - passed
  const isPassed = failed === 0 && files.every(({ errors }) => errors.length === 0)
  return { files, passed, failed, isPassed, coverage: coverageOf(runs) }
}

/** Gives the same object for the same script, so that it is compiled once. */
function scriptReader(scripts: readonly TestedScript[]) {
  const all = scripts.map(
    (script): CallableScript => ({
      ...script,
      callName: script.name,
      listOthers: () => all.filter(({ name }) => name !== script.name),
    }),
  )
  const names = new ScriptNames(scripts.map(({ name }) => name))
  return (path: string): CallableScript | null => {
    const place = names.find(normalizeScriptName(path))
    return place === null ? null : (all[place] ?? null)
  }
}
