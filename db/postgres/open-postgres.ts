import postgres from "postgres"
import type { Backend, Scope, Session } from "../backend.ts"
import { DatabaseRefusal } from "../errors.ts"
import type { LibraryPool } from "../library-pool.ts"
import type { Cell, Result } from "../wire/decode.ts"
import { translateError } from "./errors.ts"
import { Lane } from "./lane.ts"
import { LanePool } from "./lane-pool.ts"
import { connectionOptions } from "./options.ts"

/** Connections for single statements, for transactions, and for the owner. Few: a round trip is short. */
const statementLanes = 4
const transactionLanes = 8
const oldestVersion = 15
/** What every connection but the owner's runs as from its first packet on. */
const appRole = "botwright_app"

/**
 * Opens a real Postgres by its URL. `limitMs` is how long a transaction of the product may stay open.
 *
 * Throws: DatabaseRefusal with a sentence: it does not answer, the password is wrong, it is too old.
 */
export async function openPostgres(url: string, limitMs: number): Promise<Backend> {
  await assertUsable(url)
  return new PostgresBackend(url, limitMs)
}

class PostgresBackend implements Backend {
  readonly #url: string
  readonly #statements: readonly Lane[]
  readonly #transactions: LanePool
  readonly #owner: LanePool

  constructor(url: string, limitMs: number) {
    const makeLanes = (count: number, role: string | null) =>
      Array.from({ length: count }, () => new Lane(url, role, limitMs))
    this.#url = url
    this.#statements = makeLanes(statementLanes, appRole)
    this.#transactions = new LanePool(makeLanes(transactionLanes, appRole))
    this.#owner = new LanePool(makeLanes(1, null))
  }

  async query(scope: Scope, text: string, params: readonly Cell[]): Promise<Result> {
    if (scope.role === "owner")
      return this.transaction(scope, 60_000, (session) => session.run(text, params))
    const lane = this.#statements.reduce((best, each) => (each.busy < best.busy ? each : best))
    try {
      return await lane.query(scope, text, params)
    } catch (error) {
      throw translateError(error)
    }
  }

  async transaction<T>(
    scope: Scope,
    limitMs: number,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const pool = scope.role === "owner" ? this.#owner : this.#transactions
    try {
      return await pool.lend((lane) =>
        lane.transaction(scope, limitMs, (session) => work(translating(session))),
      )
    } catch (error) {
      throw translateError(error)
    }
  }

  async openPool(schema: string): Promise<LibraryPool> {
    const { createSchemaPool } = await import("./schema-pool.ts")
    return createSchemaPool(this.#url, schema)
  }

  async close(): Promise<void> {
    await Promise.all([
      ...this.#statements.map((lane) => lane.close()),
      this.#transactions.close(),
      this.#owner.close(),
    ])
  }
}

/** Errors are ours already inside the transaction's function, where they may be caught. */
function translating(session: Session): Session {
  const translate = (error: unknown) => {
    throw translateError(error)
  }
  return {
    run: async (text, params) => session.run(text, params).catch(translate),
    runScript: async (text) => session.runScript(text).catch(translate),
  }
}

async function assertUsable(url: string) {
  const sql = postgres(url, connectionOptions({ max: 1, role: null, limitMs: null }))
  let version: number
  try {
    const [row] = await sql.unsafe<{ version: string }[]>(
      "select current_setting('server_version_num') as version",
    )
    version = Math.floor(Number(row?.version) / 10_000)
  } catch (error) {
    throw new DatabaseRefusal(
      `The database that DATABASE_URL names cannot be used: ${reasonOf(error)}. Start it, or correct DATABASE_URL.`,
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
  if (version < oldestVersion)
    throw new DatabaseRefusal(
      `The database that DATABASE_URL names is Postgres ${version}; Botwright needs ${oldestVersion} or newer.`,
    )
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error)
    return error.errors[0].message
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error)
}
