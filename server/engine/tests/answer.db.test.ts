import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { answerSuite } from "./answer-suite.ts"

answerSuite(openPostgresTestDatabase)
