import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { waitSuite } from "./wait-suite.ts"

waitSuite(openEmbeddedTestDatabase)
