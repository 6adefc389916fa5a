import { defineConfig } from "vitest/config"

const ignored = ["**/node_modules/**", "**/.next/**", "e2e/**", "**/.data/**"]
/** `scripts/test.ts` asks for a file of results to add up. */
const resultFile = process.env.TEST_RESULT_FILE

export default defineConfig({
  test: {
    reporters: resultFile ? ["default", "json"] : ["default"],
    ...(resultFile ? { outputFile: { json: resultFile } } : {}),
    projects: [
      {
        test: {
          name: "unit",
          setupFiles: ["scripts/vitest-setup.ts"],
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...ignored, "**/*.db.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
