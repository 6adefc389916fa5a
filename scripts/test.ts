/**
 * Runs every suite in order and adds the results up: check, pure, unit, database, end to end.
 *
 *   npm test                 all of them
 *   npm test -- unit e2e     only these
 *
 * The pure and the unit suites run side by side, and what the second prints stands after the first.
 * A suite that could not run is named; with `CI` set that is a failure. The last line is `N passed, N failed`.
 */
import { spawn } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findBin, root } from "./node24.mjs"

interface Tally {
  passed: number
  failed: number
}
interface Suite {
  name: string
  command: readonly string[]
  /** Reads the suite's result file; null when the suite writes none. */
  read: (text: string) => Tally
}

const readVitest = (text: string): Tally => {
  const result = JSON.parse(text) as {
    numPassedTests: number
    numFailedTests: number
    numFailedTestSuites: number
    success: boolean
  }
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + (result.success || result.numFailedTests > 0 ? 0 : 1),
  }
}
const readPlaywright = (text: string): Tally => {
  const { stats, errors } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number }
    errors: unknown[]
  }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
const readTally = (text: string): Tally => JSON.parse(text) as Tally

const vitest = (name: string): Suite => ({
  name,
  command: [findBin("vitest"), "run", "--project", name],
  read: readVitest,
})
const database: Suite = {
  name: "db",
  command: ["scripts/test-db.ts", ...(process.env.CI ? ["--require"] : [])],
  read: readVitest,
}
/** One after the other; the suites of a stage at the same time. */
const stages: readonly (readonly Suite[])[] = [
  [{ name: "check", command: ["scripts/check.ts"], read: readTally }],
  [vitest("unit"), vitest("pure")],
  [database],
  [{ name: "e2e", command: ["scripts/e2e.ts"], read: readPlaywright }],
]

function runSuite(suite: Suite, resultFile: string, output: number | "inherit"): Promise<number> {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", ...suite.command],
    {
      cwd: root,
      stdio: ["ignore", output, output],
      env: {
        ...process.env,
        TEST_RESULT_FILE: resultFile,
        NODE_ENV: suite.name === "e2e" ? "production" : "test",
      },
    },
  )
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)))
}

/** A suite that died before it wrote its results counts as one failure. */
function tallyOf(suite: Suite, resultFile: string, code: number): Tally | null {
  try {
    const tally = suite.read(readFileSync(resultFile, "utf8"))
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } catch {
    return code === 0 ? null : { passed: 0, failed: 1 }
  }
}

const wanted = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), "botwright-test-"))
const total: Tally = { passed: 0, failed: 0 }
const lines: string[] = []
/** Runs one suite; `logFile` takes what it prints, null for the terminal. */
async function runOne(suite: Suite, logFile: string | null): Promise<void> {
  const startedAt = performance.now()
  const resultFile = join(folder, `${suite.name}.json`)
  const log = logFile === null ? null : openSync(logFile, "w")
  const tally = tallyOf(suite, resultFile, await runSuite(suite, resultFile, log ?? "inherit"))
  if (log !== null) closeSync(log)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  if (tally === null) {
    lines.push(`${suite.name}: did not run (${seconds} s)`)
    if (process.env.CI) total.failed += 1
    return
  }
  total.passed += tally.passed
  total.failed += tally.failed
  lines.push(`${suite.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`)
}

for (const stage of stages) {
  const [first, ...others] = stage.filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  )
  if (first === undefined) continue
  console.log(`\n== ${[first, ...others].map(({ name }) => name).join(" and ")}`)
  const logs = others.map((suite) => ({ suite, file: join(folder, `${suite.name}.log`) }))
  await Promise.all([runOne(first, null), ...logs.map(({ suite, file }) => runOne(suite, file))])
  for (const { suite, file } of logs)
    console.log(`\n== ${suite.name}\n${readFileSync(file, "utf8")}`)
}
rmSync(folder, { recursive: true, force: true })
console.log(`\n${lines.join("\n")}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
