/**
 * What commands ask of wherever the rows are. The commands are generators that yield these calls, so that
 * the preview in memory and the server over its database run the same code.
 */
import type { Filter } from "../filters/nodes.ts"
import type { Env } from "../vm/env.ts"
import type { Json, MapValue, Value } from "../vm/value.ts"
import type { NewRow, StoredRow } from "./row.ts"
import type { TableShape } from "./table-shape.ts"

export type StoreCall =
  /** Gives a TableShape or null. `forWriting` keeps others from writing until the command is done. */
  | { readonly call: "load"; readonly table: string; readonly forWriting: boolean }
  /** Keeps the shape of a table, which may be new. */
  | { readonly call: "define"; readonly shape: TableShape }
  /** Gives the rows that meet a resolved filter, in its order: StoredRow[]. */
  | {
      readonly call: "select"
      readonly shape: TableShape
      readonly filter: Filter
      readonly newestFirst: boolean
    }
  /** Counts them. */
  | { readonly call: "count"; readonly shape: TableShape; readonly filter: Filter }
  /** Gives the rows with these keys. */
  | { readonly call: "find"; readonly shape: TableShape; readonly keys: readonly string[] }
  /** Adds rows and replaces the cells of others. */
  | {
      readonly call: "put"
      readonly shape: TableShape
      readonly added: readonly NewRow[]
      readonly changed: readonly StoredRow[]
    }
  | { readonly call: "remove"; readonly shape: TableShape; readonly rows: readonly StoredRow[] }
  /** Says what happened to rows, for ON INSERT OF and its like. */
  | {
      readonly call: "announce"
      readonly table: string
      readonly change: RowChange
      readonly rows: readonly MapValue[]
    }

export type RowChange = "inserted" | "updated" | "deleted"

/** Who runs a command, and when. */
export interface TableContext {
  readonly env: Env
  /** Roles of the person behind the run, in lower case; null for a run of the bot itself. */
  readonly roles: readonly string[] | null
  /** The most rows a command gives when it does not say. */
  readonly maxRows: number
  /** Makes an id that nobody has. */
  readonly makeId: () => string
  /** Writes a line of the developer's log. */
  readonly log: (text: string) => void
  /** Values of the conversation. Written only by commands that ask nothing of a store. */
  readonly session: {
    readonly read: (key: string) => Json
    readonly write: (key: string, value: Json) => void
  }
}

/** A command at work: yields calls and comes to a value. */
export type TableWork<T = Value> = Generator<StoreCall, T, unknown>

// The answers of a store are of the type each call names: both stores are held to it by one suite.

export function* loadTable(table: string, forWriting = false): TableWork<TableShape | null> {
  return (yield { call: "load", table, forWriting }) as TableShape | null
}
export function* selectRows(
  shape: TableShape,
  filter: Filter,
  newestFirst = false,
): TableWork<StoredRow[]> {
  return (yield { call: "select", shape, filter, newestFirst }) as StoredRow[]
}
export function* countRows(shape: TableShape, filter: Filter): TableWork<number> {
  return (yield { call: "count", shape, filter }) as number
}
export function* findRows(shape: TableShape, keys: readonly string[]): TableWork<StoredRow[]> {
  return (yield { call: "find", shape, keys }) as StoredRow[]
}
