import { describe } from "vitest"
import { openInMemory } from "../pglite/open-embedded.ts"
import { describeMigrate } from "./migrate-suite.ts"

describe("migrating the embedded database", () => {
  describeMigrate(async () => {
    const { backend } = await openInMemory()
    return { connect: async () => backend, remove: async () => {} }
  }, false)
})
