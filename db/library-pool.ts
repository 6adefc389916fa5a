import type { EventEmitter } from "node:events"

type Listener = Parameters<EventEmitter["on"]>[1]

/** What a query of a library gives back, as node-postgres has it. */
export interface LibraryResult<Row> {
  readonly rows: Row[]
  readonly rowCount: number | null
}

/** A connection of a `LibraryPool`. */
export interface LibraryClient {
  query<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<LibraryResult<Row>>
  on(event: string, listener: Listener): this
  removeListener(event: string, listener: Listener): this
  removeAllListeners(event?: string): this
  release(destroy?: boolean): void
}

/**
 * The part of node-postgres's `Pool` that a library with tables of its own needs. Over a real server it
 * is that pool; over the embedded database it is a look-alike on the one session.
 *
 * Its statements see the library's schema and none of our tables, and run as the owner of the database.
 */
export interface LibraryPool {
  connect(): Promise<LibraryClient>
  query<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<LibraryResult<Row>>
  on(event: string, listener: Listener): this
  removeAllListeners(event?: string): this
  end(): Promise<void>
}
