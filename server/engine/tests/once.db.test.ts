import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { onceSuite } from "./once-suite.ts"

onceSuite(openPostgresTestDatabase, 1000)
