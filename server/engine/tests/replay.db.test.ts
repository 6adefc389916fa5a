import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { replaySuite } from "./replay-suite.ts"

replaySuite(openPostgresTestDatabase)
