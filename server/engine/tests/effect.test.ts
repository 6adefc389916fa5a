import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { effectSuite } from "./effect-suite.ts"

effectSuite(openEmbeddedTestDatabase)
