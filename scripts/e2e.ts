/**
 * Runs the end-to-end journeys in a real Chromium against the product as `npm start` runs it:
 * built, on a free port, with a fresh data directory. Arguments go to Playwright.
 *
 *   npm run e2e -- build-and-publish
 *
 * Environment: CHROMIUM_PATH (another browser), E2E_KEEP=1 (keep the data directory).
 */
import { findBin } from "./node24.mjs"
import { runStep, startProduct } from "./start-product.ts"

const results = process.env.TEST_RESULT_FILE
try {
  const product = await startProduct()
  const playwright = [
    ...[findBin("playwright"), "test", "--config", "e2e/playwright.config.ts"],
    ...["--reporter", results ? "list,json" : "list"],
    ...process.argv.slice(2),
  ]
  try {
    process.exitCode = await runStep(playwright, {
      ...product.env,
      BASE_URL: product.origin,
      E2E_DATA_DIR: product.dataDir,
      PLAYWRIGHT_JSON_OUTPUT_NAME: results ?? "",
    })
  } finally {
    await product.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
