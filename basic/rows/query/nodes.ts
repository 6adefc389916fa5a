import type { FilterNode } from "../../filters/nodes.ts"
import type { FoldName } from "../fold.ts"

/** A query that was read: nothing of it is ever handed to a database as text. */
export interface Query {
  readonly columns: readonly QueryColumn[]
  readonly isDistinct: boolean
  readonly from: QuerySource
  readonly joins: readonly QueryJoin[]
  readonly where: FilterNode | null
  readonly groupBy: readonly FilterNode[]
  readonly having: FilterNode | null
  readonly order: readonly { readonly by: FilterNode; readonly isDescending: boolean }[]
  readonly limit: number | null
  readonly offset: number | null
  /** Sums that its expressions name `$0`, `$1`, ... */
  readonly totals: readonly QueryTotal[]
}

/** `*` (of one source or of all), or an expression under a name. */
export type QueryColumn =
  | { readonly kind: "all"; readonly of: string | null }
  | { readonly kind: "value"; readonly name: string; readonly node: FilterNode }

export interface QuerySource {
  readonly table: string
  /** In lower case; the name of the table when none was given. */
  readonly alias: string
}

export interface QueryJoin {
  readonly source: QuerySource
  readonly isLeft: boolean
  readonly on: FilterNode | null
}

export interface QueryTotal {
  readonly fold: FoldName
  readonly isDistinct: boolean
  /** Null counts rows. */
  readonly node: FilterNode | null
}
