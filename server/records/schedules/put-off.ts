import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { addSchedule } from "./set-schedule.ts"

/** The lines of SCHEDULE IN. */
export interface PutOff {
  readonly delayMs: number
  readonly script: string | null
  /** The function they are, in this version. */
  readonly entry: string
  readonly versionId: string
  /** What the lines read, with its values of now: an object. */
  readonly variables: Json
}

/** Longer than anybody waits, and still a date a database can write. */
const longestMs = 100 * 366 * 86_400_000

/** Keeps lines to be run later on top of this conversation. Writes: `schedules`. Throws: AppError "schedule.refused", "schedule.limit". */
export async function putOff(
  tx: OrgTx,
  place: RecordPlace,
  { delayMs, script, entry, versionId, variables }: PutOff,
): Promise<void> {
  const due = new Date(place.nowMs + Math.min(delayMs, longestMs))
  await addSchedule(tx, place, {
    ...{ origin: "later", name: newId("sch", place.nowMs), whenText: due.toISOString() },
    ...{ script, entry, versionId, conversationId: place.conversationId, due },
    inputs: typeof variables === "object" && !Array.isArray(variables) ? (variables ?? {}) : {},
  })
}
