import postgres, { type Sql, type TransactionSql } from "postgres"
import { type Backend, enterScope, type Scope, type Session, scopeParams } from "../backend.ts"
import { DatabaseRefusal } from "../errors.ts"
import type { LibraryPool } from "../library-pool.ts"
import type { Cell, Result } from "../wire/decode.ts"
import { translateError } from "./errors.ts"
import { Lane } from "./lane.ts"
import { connectionOptions } from "./options.ts"
import { type Rows, readRows } from "./rows.ts"

/** Connections for single statements, for transactions, and for the owner. Few: a round trip is short. */
const laneCount = 4
const poolSize = 8
const ownerPoolSize = 2
const oldestVersion = 15

/**
 * Opens a real Postgres by its URL.
 *
 * Throws: DatabaseRefusal with a sentence: it does not answer, the password is wrong, it is too old.
 */
export async function openPostgres(url: string, limitMs: number): Promise<Backend> {
  const owner = postgres(url, connectionOptions({ max: ownerPoolSize, role: null, limitMs: null }))
  try {
    await assertUsable(owner)
  } catch (error) {
    await owner.end({ timeout: 1 })
    throw error
  }
  return new PostgresBackend(url, owner, limitMs)
}

class PostgresBackend implements Backend {
  readonly #lanes: readonly Lane[]
  readonly #pool: Sql
  readonly #owner: Sql
  readonly #url: string

  constructor(url: string, owner: Sql, limitMs: number) {
    this.#owner = owner
    this.#url = url
    this.#lanes = Array.from({ length: laneCount }, () => new Lane(url, limitMs))
    this.#pool = postgres(url, connectionOptions({ max: poolSize, role: "botwright_app", limitMs }))
  }

  async query(scope: Scope, text: string, params: readonly Cell[]): Promise<Result> {
    if (scope.role === "owner")
      return this.transaction(scope, 0, (session) => session.run(text, params))
    const lane = this.#lanes.reduce((best, each) => (each.busy < best.busy ? each : best))
    try {
      return await lane.query(scope, text, params)
    } catch (error) {
      throw translateError(error)
    }
  }

  async transaction<T>(
    scope: Scope,
    _limitMs: number,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const pool = scope.role === "owner" ? this.#owner : this.#pool
    try {
      const box = await pool.begin(async (sql) => {
        // Not awaited: it travels with the first statement. If it fails, so does the transaction.
        if (scope.role !== "owner")
          void sql.unsafe(enterScope, scopeParams(scope), { prepare: true }).execute()
        return { result: await work(createSession(sql)) }
      })
      return box.result
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
      ...this.#lanes.map((lane) => lane.close()),
      this.#pool.end({ timeout: 10 }),
      this.#owner.end({ timeout: 10 }),
    ])
  }
}

function createSession(sql: TransactionSql): Session {
  return {
    async run(text, params) {
      try {
        return readRows(await sql.unsafe<Rows>(text, [...params], { prepare: true }).values())
      } catch (error) {
        throw translateError(error)
      }
    },
    async runScript(text) {
      try {
        await sql.unsafe(text).simple()
      } catch (error) {
        throw translateError(error)
      }
    },
  }
}

async function assertUsable(owner: Sql) {
  let version: number
  try {
    const [row] = await owner.unsafe<{ version: string }[]>(
      "select current_setting('server_version_num') as version",
    )
    version = Math.floor(Number(row?.version) / 10_000)
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

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error)
    return error.errors[0].message
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error)
}
