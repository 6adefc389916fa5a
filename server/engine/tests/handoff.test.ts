import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { handoffSuite } from "./handoff-suite.ts"

handoffSuite(openEmbeddedTestDatabase)
