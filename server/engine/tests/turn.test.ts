import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { turnSuite } from "./turn-suite.ts"

turnSuite(openEmbeddedTestDatabase)
