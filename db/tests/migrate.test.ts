import { describe } from "vitest"
import { openInMemory } from "../pglite/open-embedded.ts"
import { describeMigrate } from "./migrate-suite.ts"
import { describeScriptsMigration } from "./scripts-migration-suite.ts"

const open = async () => {
  const { backend } = await openInMemory()
  return { connect: async () => backend, remove: async () => {} }
}

describe("migrating the embedded database", () => {
  describeMigrate(open, false)
})

describe("migrating drafts to scripts in the embedded database", () => {
  describeScriptsMigration(open)
})
