/**
 * The golden cases: `cases/<case>/case.bas` with its `case.test.bas`, and the report that was agreed on.
 * GOLDEN_UPDATE=1 rewrites the reports; the diff is the review.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { showDiagnostics } from "../diagnostics/show.ts"
import { coverageOf } from "./coverage.ts"
import { parseTests } from "./parse-tests.ts"
import { printLcov } from "./print-lcov.ts"
import { runTests } from "./run-tests.ts"
import { showCoverage } from "./show-coverage.ts"
import { showResults } from "./show-run.ts"

const root = join(import.meta.dirname, "cases")
const cases = globSync("*/case.test.bas", { cwd: root }).map(dirname).sort()

function makeReport(folder: string): string {
  const source = readFileSync(join(folder, "case.test.bas"), "utf8")
  const { file, diagnostics } = parseTests(source)
  if (diagnostics.length > 0) return showDiagnostics(diagnostics, source, "case.test.bas")
  const scripts = new Map<string, { name: string; source: string }>()
  const readScript = (name: string) => {
    const path = join(folder, name)
    const known = scripts.get(name)
    if (known !== undefined || !existsSync(path)) return known ?? null
    scripts.set(name, { name, source: readFileSync(path, "utf8") })
    return scripts.get(name) ?? null
  }
  const run = runTests(file, { readScript, defaultPath: "case.bas" })
  const coverage = coverageOf([run])
  return [
    showResults("case.test.bas", run.results),
    showCoverage(coverage),
    printLcov(coverage),
  ].join("\n")
}

describe("the report of a file of tests", () => {
  it.each(cases)("is the one that was agreed on: %s", (name) => {
    const folder = join(root, name)
    const report = makeReport(folder)
    const path = join(folder, "report.txt")
    if (process.env.GOLDEN_UPDATE === "1" || !existsSync(path)) writeFileSync(path, report)
    expect(report).toBe(readFileSync(path, "utf8"))
  })

  it("is the same every time", () => {
    const folder = join(root, "all-forms")
    expect(makeReport(folder)).toBe(makeReport(folder))
  })
})
