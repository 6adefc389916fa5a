import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { onceSuite } from "./once-suite.ts"

onceSuite(openEmbeddedTestDatabase, 200)
