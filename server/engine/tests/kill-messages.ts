import type { InboundEvent, TurnResult } from "../event.ts"

/** What the campaign tells the process it kills. */
export type ToChild =
  /** Begin to look for what is due, and end by the plan (`fault-points.ts`). */
  | { readonly t: "go"; readonly fault: string | null }
  | { readonly t: "accept"; readonly id: number; readonly event: InboundEvent }
  | { readonly t: "stop" }

export type FromChild =
  | { readonly t: "ready" }
  | { readonly t: "result"; readonly id: number; readonly result: TurnResult }
  | { readonly t: "failed"; readonly id: number; readonly reason: string }

/** Where the child finds its database and the stand-in receiver; JSON in one argument. */
export interface ChildSettings {
  readonly databaseUrl: string | null
  readonly dataDir: string | null
  readonly leaseMs: number
  /** Where contents of files are kept: a folder that outlives the process. */
  readonly filesDir: string
  /** Where mails go: a receiver that counts them. */
  readonly mailUrl: string
}
