import type { DatabaseErrorFacts } from "../errors.ts"
import type { Result } from "../wire/decode.ts"
import type { Statement } from "../wire/statement.ts"

/** What the worker is started with. */
export interface WorkerStart {
  /** Null keeps everything in memory. */
  readonly directory: string | null
  /** A dump to begin from; only for an empty directory or memory. */
  readonly dump: Uint8Array | null
}

/** What a request asks. `enter` sets the role and the like for the transaction; `tx` names an open one. */
export type Ask =
  | { readonly kind: "query"; readonly enter: Statement; readonly statement: Statement }
  | {
      readonly kind: "begin"
      readonly tx: number
      readonly enter: Statement
      readonly limitMs: number
    }
  | { readonly kind: "run"; readonly tx: number; readonly statement: Statement }
  /** Statements without parameters, as they stand; gives the result of the last one. */
  | { readonly kind: "script"; readonly tx: number; readonly text: string }
  | { readonly kind: "end"; readonly tx: number; readonly commit: boolean }
  /** The same outside of any transaction: for VACUUM and LISTEN. */
  | { readonly kind: "alone"; readonly text: string }
  | { readonly kind: "dump" }
  | { readonly kind: "close" }

export interface Request {
  readonly id: number
  readonly ask: Ask
}

export type Reply =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly dump: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: Refused }
  | { readonly channel: string; readonly payload: string }

/** An error on its way between threads. "misuse" is a broken rule of ours, "database" what Postgres refused. */
export interface Refused {
  readonly kind: "database" | "misuse"
  readonly message: string
  readonly facts: DatabaseErrorFacts
}

/** The first word of the worker: it is open, or why not. */
export type Opened = { readonly open: true } | { readonly open: false; readonly reason: string }

export const emptyResult: Result = { columns: [], rows: [], affected: 0, tag: "" }
