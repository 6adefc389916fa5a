import { DatabaseMisuse } from "./errors.ts"
import type { LibraryPool } from "./library-pool.ts"
import type { Cell, Result } from "./wire/decode.ts"

/**
 * Who a statement runs as. "owner" is the connecting user: migrations and nothing else; the others are
 * the roles of `migrations/0002_roles.sql` and `0061_search_words.sql`.
 */
export type Role = "owner" | "app" | "search" | "dispatcher" | "accounts"

export interface Scope {
  readonly role: Role
  /** The organizations row-level security lets through; empty lets none through. */
  readonly orgs: readonly string[]
}

/** One open transaction. */
export interface Session {
  run(text: string, params: readonly Cell[]): Promise<Result>
  /** Several statements without parameters, as a migration has them. */
  runScript(text: string): Promise<unknown>
}

/** What an adapter provides: the embedded database and a real server behave alike behind it. */
export interface Backend {
  /** One statement in a transaction of its own, under the scope: one message or one round trip. */
  query(scope: Scope, text: string, params: readonly Cell[]): Promise<Result>
  /** Commits when `work` resolves, rolls back when it throws or takes longer than `limitMs`. */
  transaction<T>(scope: Scope, limitMs: number, work: (session: Session) => Promise<T>): Promise<T>
  /** Connections for a library with tables of its own in this schema. */
  openPool(schema: string): Promise<LibraryPool>
  /** Finishes what runs, flushes and lets go; later calls throw. */
  close(): Promise<void>
}

export const roleNames: Readonly<Record<Exclude<Role, "owner">, string>> = {
  app: "botwright_app",
  search: "botwright_search",
  dispatcher: "botwright_dispatcher",
  accounts: "botwright_accounts",
}

/** Takes a role and a set of organizations for the rest of the transaction. */
export const enterScope = "select set_config('role', $1, true), set_config('app.orgs', $2, true)"

/** The parameters of `enterScope`. Throws: DatabaseMisuse when an id could be read as two. */
export function scopeParams(scope: Scope): [string, string] {
  for (const org of scope.orgs)
    if (!/^\w+$/.test(org))
      throw new DatabaseMisuse("An organization id holds letters, digits and _ only.")
  const role = scope.role === "owner" ? "none" : roleNames[scope.role]
  return [role, scope.orgs.join(",")]
}
