/**
 * Runs every suite and adds the results up: check, pure, unit, database, kills and end to end, two at a time.
 *
 *   npm test                 all of them
 *   npm test -- unit e2e     only these
 *
 * What a suite prints stands in one piece when it has ended; a suite that is run alone prints as it goes.
 * A suite that could not run is named; with `CI` set that is a failure. At the end stands every test that failed, with
 * the beginning of its reason, and the last line is `N passed, N failed`.
 */
import { spawn } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findBin, root } from "./node24.mjs"
import { readPlaywright, readTally, readVitest, type Tally } from "./read-results.ts"

interface Suite {
  name: string
  command: readonly string[]
  /** Reads the suite's result file; null when the suite writes none. */
  read: (text: string) => Tally
}

const vitest = (name: string, ...options: string[]): Suite => ({
  name,
  command: [findBin("vitest"), "run", "--project", name, ...options],
  read: readVitest,
})
const database = (name: string, ...options: string[]): Suite => ({
  name,
  command: ["scripts/test-db.ts", ...(process.env.CI ? ["--require"] : []), ...options],
  read: readVitest,
})
/** Two at a time, the longest first: each keeps about one core busy. */
const suites: readonly Suite[] = [
  { name: "check", command: ["scripts/check.ts"], read: readTally },
  database("kills", "kill.db"),
  // After the check, which reads the whole tree: building writes into it.
  { name: "e2e", command: ["scripts/e2e.ts"], read: readPlaywright },
  vitest("unit", "--shard=1/2"),
  vitest("unit", "--shard=2/2"),
  vitest("pure"),
  database("db", "--exclude", "**/kill.db.test.ts"),
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
    return code === 0 ? null : { passed: 0, failed: 1, failures: ["It ended before it was done."] }
  }
}

const wanted = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), "botwright-test-"))
const total = { passed: 0, failed: 0 }
const failures: string[] = []
const lines: string[] = []
let nextResult = 0
/** Runs one suite; `logFile` takes what it prints, null for the terminal. Gives the line of its result. */
async function runOne(suite: Suite, logFile: string | null): Promise<string> {
  const startedAt = performance.now()
  const resultFile = join(folder, `${nextResult++}.json`)
  const log = logFile === null ? null : openSync(logFile, "w")
  const tally = tallyOf(suite, resultFile, await runSuite(suite, resultFile, log ?? "inherit"))
  if (log !== null) closeSync(log)
  for (const each of tally?.failures ?? []) failures.push(`${suite.name}: ${each}`)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  total.passed += tally?.passed ?? 0
  total.failed += tally?.failed ?? (process.env.CI ? 1 : 0)
  const result = tally ? `${tally.passed} passed, ${tally.failed} failed` : "did not run"
  const line = `${suite.name}: ${result} (${seconds} s)`
  lines.push(line)
  return line
}

/** Takes suites from the queue until it is empty. */
async function runLane(queue: Suite[], lane: number): Promise<void> {
  const logFile = join(folder, `lane-${lane}.log`)
  for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
    console.log(`== ${suite.name} begins`)
    const line = await runOne(suite, logFile)
    console.log(`\n== ${line}\n${readFileSync(logFile, "utf8")}`)
  }
}

const queue = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const [only] = queue
if (only !== undefined && queue.length === 1) await runOne(only, null)
else await Promise.all([runLane(queue, 1), runLane(queue, 2)])
rmSync(folder, { recursive: true, force: true })
if (failures.length > 0) console.log(`\n${failures.join("\n\n")}`)
console.log(`\n${lines.join("\n")}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
