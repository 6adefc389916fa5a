import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { automationSuite } from "./automation-suite.ts"

automationSuite(openPostgresTestDatabase)
