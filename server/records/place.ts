import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"

/** On whose behalf a run works in the database. */
export interface RecordPlace {
  readonly orgId: OrgId
  readonly botId: string
  readonly conversationId: string
  /** Null for a visitor without an identity, and for an automation. */
  readonly contactId: string | null
  /** The turn's one clock reading. Units: ms since 1970 UTC. */
  readonly nowMs: number
  /** The run that works; left out where none does. */
  readonly runId?: string
  /** How many runs that started each other stand behind this one; 0 for a person's, and when left out. */
  readonly depth?: number
}

/** The transaction of a data effect, under the organization of its run. */
export type RecordTx = OrgTx

/**
 * What a data effect does, inside the transaction of its journal row: exactly once, however often the
 * turn is run again. It may use the transaction alone: no network, no files, no queue. An AppError it
 * throws undoes the work and is an error the program may catch.
 */
export type RecordWork<Result = Json> = (tx: OrgTx, place: RecordPlace) => Promise<Result>
