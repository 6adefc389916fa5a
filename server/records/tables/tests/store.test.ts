import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { storeSuite } from "./store-suite.ts"

storeSuite(openEmbeddedTestDatabase)
