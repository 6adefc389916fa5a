import pg from "pg"
import type { LibraryPool } from "../library-pool.ts"

/** Opened when needed. BullMQ keeps one for each job it works on, to listen on, and shares the rest. */
const maxConnections = 25

/** Opens a pool on a real server whose connections see one schema only. */
export function createSchemaPool(url: string, schema: string): LibraryPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: `botwright-${schema}`,
    options: `-c search_path=${schema}`,
  })
  // A library listens for errors once for each of its parts.
  return pool.setMaxListeners(0)
}
