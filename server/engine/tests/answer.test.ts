import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { answerSuite } from "./answer-suite.ts"

answerSuite(openEmbeddedTestDatabase)
