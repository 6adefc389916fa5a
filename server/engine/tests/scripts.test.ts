import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { scriptsSuite } from "./scripts-suite.ts"

scriptsSuite(openEmbeddedTestDatabase)
