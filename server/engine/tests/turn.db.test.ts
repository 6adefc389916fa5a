import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { turnSuite } from "./turn-suite.ts"

turnSuite(openPostgresTestDatabase)
