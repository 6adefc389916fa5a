import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { handoffSuite } from "./handoff-suite.ts"

handoffSuite(openPostgresTestDatabase)
