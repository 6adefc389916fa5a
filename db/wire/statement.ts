import type { Cell } from "./decode.ts"

export interface Statement {
  readonly text: string
  readonly params: readonly Cell[]
}

/** "INSERT 0 3" and "UPDATE 3" end with the number of rows. */
export function readAffected(tag: string): number {
  return Number(/\d+$/.exec(tag)?.[0] ?? 0)
}

/** SQLSTATE of a prepared statement whose table changed its shape since. */
export const changedShape = "0A000"
