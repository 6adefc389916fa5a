import { defineConfig } from "vitest/config"

const ignored = ["**/node_modules/**", "**/.next/**", "e2e/**", "**/.data/**"]
/** Nothing in these folders has a life outside its arguments: their suites share one module cache. */
const pure = ["basic", "catalog", "components", "sdk", "widget"]
/** `scripts/test.ts` asks for a file of results to add up. */
const resultFile = process.env.TEST_RESULT_FILE

/** What `scripts/test-db.ts` leaves out. */
const excluded = (process.env.TEST_EXCLUDE ?? "").split(",").filter((glob) => glob !== "")
/** What comes by itself is waited for, however busy the machine is: a wait that is met costs nothing. */
const patienceMs = 20_000

export default defineConfig({
  test: {
    reporters: resultFile ? ["default", "json"] : ["default"],
    ...(resultFile ? { outputFile: { json: resultFile } } : {}),
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "pure",
          setupFiles: ["scripts/vitest-setup.ts"],
          include: pure.flatMap((folder) => [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`]),
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "unit",
          setupFiles: ["scripts/vitest-setup.ts"],
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...ignored, ...pure.map((folder) => `${folder}/**`), "**/*.db.test.ts"],
          // Reading a thousand modules and starting a database took most of the time of a suite.
          isolate: false,
          env: { TEST_REUSE_DATABASES: "1" },
          expect: { poll: { timeout: patienceMs } },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: [...ignored, ...excluded],
          isolate: false,
          expect: { poll: { timeout: patienceMs } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
