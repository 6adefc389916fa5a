import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { storeSuite } from "./store-suite.ts"

storeSuite(openPostgresTestDatabase)
