import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { waitSuite } from "./wait-suite.ts"

waitSuite(openPostgresTestDatabase)
