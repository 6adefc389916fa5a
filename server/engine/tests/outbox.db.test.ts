import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { outboxSuite } from "./outbox-suite.ts"

outboxSuite(openPostgresTestDatabase)
