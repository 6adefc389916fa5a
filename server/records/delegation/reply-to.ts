import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storeEvent } from "../events/store-event.ts"
import type { RecordPlace } from "../place.ts"

/** Who waits for what a delegated run says. Only the engine writes one. */
export interface ReplyTo {
  readonly botId: string
  readonly conversationId: string
  readonly waitId: string
}

/** How a delegated run came out. */
export type DelegatedReply =
  | { readonly ok: Json }
  | { readonly failed: { readonly code: string; readonly message: string } }

/** Gives the reply to the conversation that waits for it, soon after this transaction and once. Writes: `inbound_events`. */
export async function replyTo(
  tx: OrgTx,
  place: RecordPlace,
  { botId, conversationId, waitId }: ReplyTo,
  reply: DelegatedReply,
): Promise<null> {
  await storeEvent(
    tx,
    { ...place, botId },
    {
      ...{ kind: "event", source: "delegate-reply", key: waitId, conversationId, waitId },
      ...{ script: null, entry: null, versionId: null, inputs: { data: reply } },
      depth: place.depth ?? 0,
    },
  )
  return null
}
