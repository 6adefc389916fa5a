import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { outboxSuite } from "./outbox-suite.ts"

outboxSuite(openEmbeddedTestDatabase)
