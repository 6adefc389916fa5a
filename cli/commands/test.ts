import { existsSync, writeFileSync } from "node:fs"
import { basename, dirname, join, normalize, resolve } from "node:path"
import {
  type CallableScript,
  coverageOf,
  parseTests,
  printLcov,
  readLayout,
  runTests,
  type ScriptCoverage,
  type ScriptSource,
  showCoverage,
  showResults,
  type TestRun,
} from "#basic"
import { findZone } from "#catalog/find-zone.ts"
import { type Command, exitCodes, FileProblem, type Terminal } from "../command.ts"
import { findTestFiles } from "../find-test-files.ts"
import { readTextFile } from "../read-file.ts"
import { listNeighbours } from "../read-package.ts"
import { countFindings, type Finding, printDiagnostics, toFindings } from "../show-diagnostics.ts"

interface TestedFile {
  readonly file: string
  readonly errors: readonly Finding[]
  readonly run: TestRun
}

const notRun: TestRun = { results: [], tallies: [] }

/** Reads each script once, under its path from where the command was called. */
const makeScriptReader = (terminal: Terminal) => {
  const known = new Map<string, ScriptSource>()
  return (testFile: string, path: string): ScriptSource | null => {
    const name = normalize(join(dirname(testFile), path))
    const found = known.get(name)
    if (found !== undefined) return found
    try {
      const source = readTextFile(name, terminal)
      const script: ScriptSource = {
        name,
        source,
        layout: readLayout({ name: scriptName(name), source }, findTexts(name, terminal)),
        listOthers: () => listOthers(name, terminal),
      }
      known.set(name, script)
      return script
    } catch (error) {
      if (error instanceof FileProblem) return null
      throw error
    }
  }
}

/** The scripts beside the one a test uses; one that cannot be read is not there. */
const listOthers = (file: string, terminal: Terminal): CallableScript[] =>
  listNeighbours(file, terminal)
    .slice(1)
    .flatMap(({ name, file: other }) => {
      try {
        const source = readTextFile(other, terminal)
        const layout = readLayout({ name, source }, findTexts(file, terminal))
        return [{ name: normalize(other), callName: name, source, layout }]
      } catch (error) {
        if (error instanceof FileProblem) return []
        throw error
      }
    })

/** The sheet with the texts in other languages, beside the scripts of a bot. */
const findTexts = (file: string, terminal: Terminal): string | null => {
  const sheet = join(dirname(file), "texts.csv")
  return existsSync(resolve(terminal.folder, sheet)) ? readTextFile(sheet, terminal) : null
}

const scriptName = (file: string): string => basename(file).replace(/\.bas$/i, "")

const ownScript = (file: string): string =>
  (file.split(/[\\/]/).at(-1) as string).replace(/\.test\.bas$/i, ".bas")

class TestSession {
  readonly tested: TestedFile[] = []
  readonly startMs = performance.now()
  private readonly terminal: Terminal
  private readonly filter: string
  private readonly isForPeople: boolean
  private readonly readScript: ReturnType<typeof makeScriptReader>

  constructor(terminal: Terminal, filter: string, isForPeople: boolean) {
    this.terminal = terminal
    this.filter = filter
    this.isForPeople = isForPeople
    this.readScript = makeScriptReader(terminal)
  }

  /** A file with errors is not run: a test without one of its lines would prove nothing. */
  testFile(file: string) {
    const source = this.readSource(file)
    if (source === null) return
    const { file: tests, diagnostics } = parseTests(source)
    const errors = diagnostics.filter(({ severity }) => severity === "error")
    const run =
      errors.length > 0
        ? notRun
        : runTests(tests, {
            readScript: (path) => this.readScript(file, path),
            defaultPath: ownScript(file),
            findZone,
            filter: this.filter,
          })
    this.tested.push({ file, errors: toFindings(source, errors), run })
    if (!this.isForPeople) return
    this.terminal.out(printDiagnostics(file, source, errors))
    if (errors.length > 0) this.terminal.out(`${file}: ${countFindings(errors.length, 0)}\n`)
    if (run.results.length > 0) this.terminal.out(showResults(file, run.results))
  }

  private readSource(file: string): string | null {
    try {
      return readTextFile(file, this.terminal)
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      if (this.isForPeople) this.terminal.error(`${error.message}\n`)
      const finding = { code: "file.unreadable", line: 1, column: 1, message: error.message }
      this.tested.push({ file, errors: [finding], run: notRun })
      return null
    }
  }
}

interface Summary {
  readonly isOk: boolean
  readonly passed: number
  readonly failed: number
  /** Files that could not be read or parsed. */
  readonly unusable: number
  readonly durationMs: number
  readonly testsPerSecond: number
}

const sumUp = ({ tested, startMs }: TestSession): Summary => {
  const results = tested.flatMap(({ run }) => run.results)
  const failed = results.filter(({ isPassed }) => !isPassed).length
  const unusable = tested.filter(({ errors }) => errors.length > 0).length
  const durationMs = Math.max(1, Math.round(performance.now() - startMs))
  return {
    isOk: failed === 0 && unusable === 0 && results.length > 0,
    passed: results.length - failed,
    failed,
    unusable,
    durationMs,
    testsPerSecond: Math.round((results.length * 1000) / durationMs),
  }
}

const toJson = (session: TestSession, summary: Summary, coverage: readonly ScriptCoverage[]) =>
  JSON.stringify(
    {
      ok: summary.isOk,
      passed: summary.passed,
      failed: summary.failed,
      durationMs: summary.durationMs,
      testsPerSecond: summary.testsPerSecond,
      files: session.tested.map(({ file, errors, run }) => ({
        file,
        errors,
        tests: run.results.map(({ isPassed, ...result }) => ({ ...result, ok: isPassed })),
      })),
      coverage,
    },
    null,
    2,
  )

const printSummary = (summary: Summary): string => {
  const { passed, failed, unusable, durationMs, testsPerSecond } = summary
  const count = passed + failed
  if (count === 0) return unusable > 0 ? "" : "No test has such a name.\n"
  const result = failed === 0 ? "all passed" : `${failed} failed`
  const speed = `${durationMs} ms (${testsPerSecond} a second)`
  return `\n${count} test${count === 1 ? "" : "s"}, ${result}, in ${speed}\n`
}

const writeLcov = (file: string, coverage: readonly ScriptCoverage[], terminal: Terminal): void => {
  try {
    writeFileSync(resolve(terminal.folder, file), printLcov(coverage))
  } catch {
    throw new FileProblem(`${file}: The coverage cannot be written there.`)
  }
}

export const testCommand: Command = {
  name: "test",
  usage: "test [--json] [--lcov FILE] [--filter WORDS] PATH...",
  summary: "Holds the conversations of *.test.bas files and says what the scripts do differently.",
  options: {
    json: { type: "boolean" },
    lcov: { type: "string" },
    filter: { type: "string" },
  },
  operands: [1, Number.POSITIVE_INFINITY],
  run: ({ files, flags }, terminal) => {
    const isJson = flags.json === true
    const paths = findTestFiles(files, terminal)
    const session = new TestSession(terminal, String(flags.filter ?? ""), !isJson)
    for (const path of paths) session.testFile(path)
    const summary = sumUp(session)
    const coverage = coverageOf(session.tested.map(({ run }) => run))
    if (isJson) terminal.out(`${toJson(session, summary, coverage)}\n`)
    else terminal.out(`${showCoverage(coverage)}${printSummary(summary)}`)
    if (typeof flags.lcov === "string") writeLcov(flags.lcov, coverage, terminal)
    return summary.isOk ? exitCodes.fine : exitCodes.refused
  },
}
