import pg from "pg"
import type { LibraryPool } from "../library-pool.ts"

/** Few: a library's statements are short, and one connection listens. */
const maxConnections = 5

/** Opens a pool on a real server whose connections see one schema only. */
export function createSchemaPool(url: string, schema: string): LibraryPool {
  return new pg.Pool({
    connectionString: url,
    max: maxConnections,
    keepAlive: true,
    application_name: `botwright-${schema}`,
    options: `-c search_path=${schema}`,
  })
}
