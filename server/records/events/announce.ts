import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { type EventHandler, findHandlers } from "./find-handlers.ts"
import { checkBacklog, storeEvent } from "./store-event.ts"

/** Something happened that a bot may listen to. */
export interface Happening {
  /** `EventKind` of the declarations. */
  readonly kind: string
  readonly subject: string
  /** The variables the body of ON ... END ON finds. */
  readonly inputs: Readonly<Record<string, Json>>
  /** The same key again is the same happening; left out when it cannot be repeated. */
  readonly key?: string
}

/**
 * Starts a run for each ON ... END ON that listens, soon after this transaction; each in an automation
 * of its own, with the version that listened. Gives how many there are.
 *
 * Writes: `inbound_events`. Throws: AppError "event.too_deep", "event.backlog_full".
 */
export async function announce(
  tx: OrgTx,
  place: RecordPlace,
  { kind, subject, inputs, key }: Happening,
  takes: (handler: EventHandler) => boolean = () => true,
): Promise<number> {
  const handlers = (await findHandlers(tx, place, kind, subject)).filter(takes)
  if (handlers.length > 0) await checkBacklog(tx, place)
  for (const [index, { script, entry, versionId }] of handlers.entries())
    await storeEvent(tx, place, {
      ...{ kind: "event", source: "event", conversationId: null },
      key: key === undefined ? null : JSON.stringify([place.botId, kind, subject, index, key]),
      ...{ script, entry, versionId, inputs, depth: (place.depth ?? 0) + 1 },
    })
  return handlers.length
}
