import { defineConfig } from "@playwright/test"
import chromium from "@sparticuz/chromium"

const ownBrowser = process.env.CHROMIUM_PATH
const quiet = [
  // Pages drawn without an emulated graphics card: less than half the work on a machine without one.
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
]

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-output/playwright",
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BASE_URL,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    colorScheme: "light",
    // The person of the journeys asked the system for little motion: nothing is pressed, measured or judged by its
    // colours halfway through a movement.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // Recording every step costs as much as the journeys: E2E_TRACE=1 keeps the recordings of those that fail.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: ownBrowser ?? (await chromium.executablePath()),
      args: ownBrowser
        ? ["--no-sandbox", ...quiet]
        : [
            ...chromium.args.filter(
              (arg) =>
                !arg.startsWith("--headless") &&
                arg !== "--single-process" &&
                !/angle|swiftshader/.test(arg),
            ),
            ...quiet,
          ],
    },
  },
})
