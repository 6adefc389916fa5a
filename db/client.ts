import type { OrgId } from "#catalog/ids.ts"
import { assertIsolation } from "./assert-isolation.ts"
import type { Backend, Scope } from "./backend.ts"
import { unwrapError } from "./errors.ts"
import type { LibraryPool } from "./library-pool.ts"
import { migrate } from "./migrate.ts"
import type { Remote } from "./pglite/remote.ts"
import { asRows, createTx, type OrgTx, type Tx } from "./transaction.ts"
import { TransactionGuard } from "./transaction-guard.ts"
import { decodeRows } from "./wire/decode.ts"
import { encodeParams, type Param } from "./wire/encode.ts"

/** Where the database is. An empty `databaseUrl` means the embedded one, in `dataDir`. */
export interface DatabaseEnv {
  /** Absolute. The embedded database lies in its folder `database`. */
  readonly dataDir: string
  readonly databaseUrl: string | null
}

/** What only the embedded database can do, and has to be told to. */
export type EmbeddedDatabase = Pick<Remote, "runAlone" | "dump" | "listen">

/** A transaction may hold the one session of the embedded database for so long. */
const transactionLimitMs = 5_000
const ownerLimitMs = 10 * 60_000

/**
 * The door to the database, the same over the embedded one and over a real server.
 *
 * Every call names who it acts for; there is no way to ask without. Calling it from inside a
 * transaction's function throws (`TransactionGuard`): use the `tx` that was handed in.
 */
export interface Database {
  readonly kind: "embedded" | "postgres"
  /** Null over a real server, which looks after itself. */
  readonly embedded: EmbeddedDatabase | null
  /** One short transaction for one organization. Never wait for the network inside it. */
  withOrg<T>(orgId: OrgId, work: (tx: OrgTx) => Promise<T>): Promise<T>
  /** The same for a batch of organizations. */
  withOrgs<T>(orgIds: readonly OrgId[], work: (tx: OrgTx) => Promise<T>): Promise<T>
  /**
   * One statement for these organizations, in one round trip. With none given it sees nothing; a SQL
   * function that sets `app.orgs` itself can be called that way.
   */
  tenantQuery<Row = Record<string, unknown>>(
    orgIds: readonly OrgId[],
    text: string,
    params?: readonly Param[],
  ): Promise<Row[]>
  /**
   * One statement that looks words up in what these organizations know: it sees which of their chunks have the words
   * of `set_app_words`, and no text.
   */
  searchQuery<Row = Record<string, unknown>>(
    orgIds: readonly OrgId[],
    text: string,
    params?: readonly Param[],
  ): Promise<Row[]>
  /** Across organizations, but only `id`, `org_id`, `due` and the maps slug, key hash, token hash -> organization. */
  asDispatcher<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  dispatcherQuery<Row = Record<string, unknown>>(
    text: string,
    params?: readonly Param[],
  ): Promise<Row[]>
  /** People, login sessions, resets; and which organizations a person belongs to. For sign-up, sign-in and account pages. */
  asAccounts<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  accountsQuery<Row = Record<string, unknown>>(
    text: string,
    params?: readonly Param[],
  ): Promise<Row[]>
  /** The connecting user, for migrations and upkeep. The policies are forced on it too, unless it is a superuser. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Opens connections for a library with tables of its own, such as the queue. End it before closing the database. */
  openPool(schema: string): Promise<LibraryPool>
  /** Throws `DatabaseMisuse` inside a transaction: for what shares the embedded session, such as the queue. */
  assertOutsideTransaction(): void
  close(): Promise<void>
}

const app = (orgs: readonly OrgId[]): Scope => ({ role: "app", orgs })
const search = (orgs: readonly OrgId[]): Scope => ({ role: "search", orgs })
const dispatcher: Scope = { role: "dispatcher", orgs: [] }
const accounts: Scope = { role: "accounts", orgs: [] }
const owner: Scope = { role: "owner", orgs: [] }

/**
 * Opens the database, brings it to the newest state and makes sure that it keeps tenants apart.
 *
 * Throws: DatabaseRefusal with one plain sentence for the person at the terminal.
 */
export async function openDatabase(env: DatabaseEnv): Promise<Database> {
  if (env.databaseUrl !== null) {
    const { openPostgres } = await import("./postgres/open-postgres.ts")
    return prepare(await openPostgres(env.databaseUrl, transactionLimitMs), null)
  }
  const { openEmbedded } = await import("./pglite/open-embedded.ts")
  const { backend, remote } = await openEmbedded(env.dataDir)
  return prepare(backend, remote)
}

async function prepare(backend: Backend, embedded: EmbeddedDatabase | null): Promise<Database> {
  try {
    await migrate(backend)
    await assertIsolation(backend)
    return createDatabase(backend, embedded)
  } catch (error) {
    await backend.close()
    throw error
  }
}

/** Puts the door on an adapter that is migrated. `limitMs` is how long a transaction may stay open. */
export function createDatabase(
  backend: Backend,
  embedded: EmbeddedDatabase | null,
  limitMs: number = transactionLimitMs,
): Database {
  const guard = new TransactionGuard()

  async function query<Row>(scope: Scope, text: string, params: readonly Param[] = []) {
    guard.assertOutside()
    return asRows<Row>(decodeRows(await backend.query(scope, text, encodeParams(params))))
  }

  async function transact<T>(scope: Scope, ms: number, work: (tx: Tx) => Promise<T>) {
    guard.assertOutside()
    try {
      return await backend.transaction(scope, ms, (session) =>
        guard.inside(() => work(createTx(session))),
      )
    } catch (error) {
      throw unwrapError(error)
    }
  }

  return {
    kind: embedded === null ? "postgres" : "embedded",
    embedded,
    withOrg: (orgId, work) => transact(app([orgId]), limitMs, work),
    withOrgs: (orgIds, work) => transact(app(orgIds), limitMs, work),
    tenantQuery: (orgIds, text, params) => query(app(orgIds), text, params),
    searchQuery: (orgIds, text, params) => query(search(orgIds), text, params),
    asDispatcher: (work) => transact(dispatcher, limitMs, work),
    dispatcherQuery: (text, params) => query(dispatcher, text, params),
    asAccounts: (work) => transact(accounts, limitMs, work),
    accountsQuery: (text, params) => query(accounts, text, params),
    asOwner: (work) => transact(owner, ownerLimitMs, work),
    openPool: (schema) => backend.openPool(schema),
    assertOutsideTransaction: () => guard.assertOutside(),
    close: () => backend.close(),
  }
}
