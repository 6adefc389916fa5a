/**
 * Runs the end-to-end journeys in a real Chromium against the product as `npm start` runs it:
 * built, on a free port, with a fresh data directory. Arguments go to Playwright.
 *
 *   npm run e2e -- build-and-publish
 *
 * With E2E_SHARDS=2 all journeys together are dealt out to two products side by side: for machines with more than
 * two cores, since a browser that draws in software needs one to itself.
 * Environment: CHROMIUM_PATH (another browser), E2E_KEEP=1 (keep the data directory), E2E_TRACE=1 (record what fails).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { findBin } from "./node24.mjs"
import { buildProduct, runStep, startProduct } from "./start-product.ts"

const named = process.argv.slice(2)
const results = process.env.TEST_RESULT_FILE
const shards = named.length === 0 ? Math.max(1, Number(process.env.E2E_SHARDS) || 1) : 1

/** Runs one part of the journeys on a product of its own. Gives Playwright's exit code. */
async function runShard(number: number): Promise<number> {
  const product = await startProduct()
  const part = shards > 1 ? ["--shard", `${number}/${shards}`] : []
  const playwright = [
    ...[findBin("playwright"), "test", "--config", "e2e/playwright.config.ts"],
    ...["--reporter", results ? "list,json" : "list"],
    // Each run empties its own folder first.
    ...["--output", `test-output/playwright-${number}`],
    ...part,
    ...named,
  ]
  try {
    return await runStep(playwright, {
      ...product.env,
      BASE_URL: product.origin,
      E2E_DATA_DIR: product.dataDir,
      PLAYWRIGHT_JSON_OUTPUT_NAME: results ? `${results}.${number}` : "",
    })
  } finally {
    await product.stop()
  }
}

interface Report {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
  suites: unknown[]
}

/** Adds the shards' results up in one file of the same shape. A shard without a report leaves none. */
function writeReport(file: string): void {
  const files = Array.from({ length: shards }, (_, index) => `${file}.${index + 1}`)
  if (!files.every((each) => existsSync(each))) return
  const reports = files.map((each) => JSON.parse(readFileSync(each, "utf8")) as Report)
  const sum = (read: (report: Report) => number) =>
    reports.reduce((total, report) => total + read(report), 0)
  const stats = {
    expected: sum(({ stats }) => stats.expected),
    unexpected: sum(({ stats }) => stats.unexpected),
    flaky: sum(({ stats }) => stats.flaky),
  }
  const errors = reports.flatMap((report) => report.errors)
  const suites = reports.flatMap((report) => report.suites)
  writeFileSync(file, JSON.stringify({ stats, errors, suites }))
}

try {
  await buildProduct()
  const codes = await Promise.all(Array.from({ length: shards }, (_, index) => runShard(index + 1)))
  if (results) writeReport(results)
  process.exitCode = Math.max(...codes)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
