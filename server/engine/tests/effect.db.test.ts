import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { effectSuite } from "./effect-suite.ts"

effectSuite(openPostgresTestDatabase)
