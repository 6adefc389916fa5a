/** What a filter says, as a tree. Values in it are bound: whatever they hold, they are never syntax. */
import type { Value } from "../vm/value.ts"

export type CompareOperator = "=" | "<>" | "<" | "<=" | ">" | ">="

export type FilterNode =
  | { readonly kind: "value"; readonly value: Value }
  /** A column, or a path into one: `address.city`. `fallback` counts where the table has no such column. */
  | { readonly kind: "column"; readonly name: string; readonly fallback?: Value }
  /** An unquoted word right of an operator: a value; in FILTER and MAP a field of that name goes before it. */
  | { readonly kind: "word"; readonly text: string }
  /** The whole row: `item`. */
  | { readonly kind: "row" }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly FilterNode[] }
  | {
      readonly kind: "arithmetic"
      readonly operator: "+" | "-" | "*" | "/" | "MOD"
      readonly left: FilterNode
      readonly right: FilterNode
    }
  | { readonly kind: "and" | "or"; readonly parts: readonly FilterNode[] }
  | { readonly kind: "not"; readonly inner: FilterNode }
  | {
      readonly kind: "compare"
      readonly operator: CompareOperator
      readonly left: FilterNode
      readonly right: FilterNode
    }
  | {
      readonly kind: "search"
      readonly operator: "CONTAINS" | "STARTS WITH" | "ENDS WITH"
      readonly left: FilterNode
      readonly right: FilterNode
    }
  | {
      readonly kind: "like"
      readonly left: FilterNode
      readonly pattern: LikePattern
      readonly ignoresCase: boolean
    }
  | { readonly kind: "in"; readonly left: FilterNode; readonly choices: readonly FilterNode[] }
  | { readonly kind: "null"; readonly inner: FilterNode }

/** A pattern of LIKE in pieces: wildcards that were put in as part of a value are plain characters. */
export type LikePattern = readonly (string | { readonly wild: "any" | "one" })[]

export interface FilterOrder {
  readonly column: string
  readonly isDescending: boolean
}

/** A filter that was read. */
export interface Filter {
  /** Null: every row. */
  readonly condition: FilterNode | null
  readonly order: readonly FilterOrder[]
  readonly limit: number | null
  readonly offset: number | null
}

export const everyRow: Filter = { condition: null, order: [], limit: null, offset: null }

/** Why a text is no filter. Units of `at`: characters of the text, with one for each value put in. */
export interface FilterProblem {
  readonly reason: string
  readonly at: number
}

export type FilterReading =
  | { readonly filter: Filter; readonly problem: null }
  | { readonly filter: null; readonly problem: FilterProblem }
