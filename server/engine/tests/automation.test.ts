import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { automationSuite } from "./automation-suite.ts"

automationSuite(openEmbeddedTestDatabase)
