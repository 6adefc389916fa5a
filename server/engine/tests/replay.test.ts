import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { replaySuite } from "./replay-suite.ts"

replaySuite(openEmbeddedTestDatabase)
