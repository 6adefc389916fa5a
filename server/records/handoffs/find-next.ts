import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { listQueue } from "./list-queue.ts"

/** The conversation that should be answered next; null when none waits. */
export async function findNext(tx: OrgTx, orgId: string, botId: string): Promise<Json> {
  const queue = await listQueue(tx, orgId, botId)
  const items =
    queue !== null && typeof queue === "object" && !Array.isArray(queue) ? queue.items : []
  const waiting = (Array.isArray(items) ? items : []).find(
    (item) =>
      item !== null &&
      typeof item === "object" &&
      !Array.isArray(item) &&
      item.status === "waiting",
  )
  return waiting ?? null
}
