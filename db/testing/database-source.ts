import type { Database } from "../client.ts"
import type { TestDatabaseOptions } from "./embedded-database.ts"

/** How a shared suite opens the database it runs on: `openEmbeddedTestDatabase` or `openPostgresTestDatabase`. */
export type OpenTestDatabase = (options?: TestDatabaseOptions) => Promise<Database>
