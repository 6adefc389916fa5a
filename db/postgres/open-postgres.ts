import pg from "pg"
import { type Backend, enterScope, type Scope, type Session, scopeParams } from "../backend.ts"
import { DatabaseRefusal } from "../errors.ts"
import type { LibraryPool } from "../library-pool.ts"
import type { Cell, Result } from "../wire/decode.ts"
import type { Statement } from "../wire/statement.ts"
import { ConnectionPool } from "./connection-pool.ts"
import { runTransaction } from "./run-transaction.ts"

/** Connections for single statements, for transactions, and for the owner. Few: a round trip is short. */
const statementConnections = 8
const transactionConnections = 8
const oldestVersion = 15
/** What every connection but the owner's runs as from its first packet on, so that no statement is above the policies. */
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
  readonly #statements: ConnectionPool
  readonly #transactions: ConnectionPool
  readonly #owner: ConnectionPool

  constructor(url: string, limitMs: number) {
    const app = { url, role: appRole, limitMs }
    this.#url = url
    this.#statements = new ConnectionPool(app, statementConnections)
    this.#transactions = new ConnectionPool(app, transactionConnections)
    this.#owner = new ConnectionPool({ url, role: null, limitMs: null }, 1)
  }

  async query(scope: Scope, text: string, params: readonly Cell[]): Promise<Result> {
    const pool = scope.role === "owner" ? this.#owner : this.#statements
    const enter = enterStatement(scope)
    return pool.lend((connection) => connection.run([enter, { text, params }]))
  }

  async transaction<T>(
    scope: Scope,
    limitMs: number,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const pool = scope.role === "owner" ? this.#owner : this.#transactions
    const enter = enterStatement(scope)
    return pool.lend((connection) => runTransaction(connection, enter, limitMs, work))
  }

  async openPool(schema: string): Promise<LibraryPool> {
    const { createSchemaPool } = await import("./schema-pool.ts")
    return createSchemaPool(this.#url, schema)
  }

  async close(): Promise<void> {
    await Promise.all([this.#statements.close(), this.#transactions.close(), this.#owner.close()])
  }
}

function enterStatement(scope: Scope): Statement {
  return { text: enterScope, params: scopeParams(scope) }
}

async function assertUsable(url: string) {
  let version: number
  try {
    version = await readVersion(url)
  } catch (error) {
    throw new DatabaseRefusal(
      `The database that DATABASE_URL names cannot be used: ${reasonOf(error)}. Start it, or correct DATABASE_URL.`,
    )
  }
  if (version < oldestVersion)
    throw new DatabaseRefusal(
      `The database that DATABASE_URL names is Postgres ${version}; Botwright needs ${oldestVersion} or newer.`,
    )
}

async function readVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    )
    return Math.floor(Number(rows[0]?.version) / 10_000)
  } finally {
    await client.end().catch(() => {})
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error)
    return error.errors[0].message
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error)
}
