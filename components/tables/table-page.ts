/** What a cell may hold: JSON. */
export type Cell =
  | null
  | boolean
  | number
  | string
  | readonly Cell[]
  | { readonly [key: string]: Cell }

/** A page of rows as the server gives it. */
export interface TablePage {
  readonly columns: readonly TablePageColumn[]
  /** Columns whose values together name a row. */
  readonly keys: readonly string[]
  readonly rows: readonly TablePageRow[]
  readonly total: number
}
export interface TablePageColumn {
  readonly name: string
  /** "any" for a column nobody declared. */
  readonly type: string
}
export interface TablePageRow {
  readonly key: string
  readonly cells: readonly Cell[]
}
