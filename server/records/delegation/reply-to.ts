import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storeEvent } from "../events/store-event.ts"
import type { RecordPlace } from "../place.ts"

/** Who waits for what a delegated run says. Only the engine writes one. */
export interface ReplyTo {
  readonly botId: string
  readonly conversationId: string
  readonly waitId: string
  readonly branch?: { readonly index: number; readonly name: string }
}

/** How a delegated run came out. */
export type DelegatedReply =
  | { readonly ok: Json }
  | { readonly failed: { readonly code: string; readonly message: string } }

/** Gives the reply to the conversation that waits for it, soon after this transaction and once. Writes: `inbound_events`. */
export async function replyTo(
  tx: OrgTx,
  place: RecordPlace,
  { botId, conversationId, waitId, branch }: ReplyTo,
  reply: DelegatedReply,
): Promise<null> {
  await storeEvent(
    tx,
    { ...place, botId },
    {
      ...{ kind: "event", source: "delegate-reply", conversationId, waitId },
      key: branch === undefined ? waitId : `${waitId}/${branch.index}`,
      ...{
        script: null,
        entry: null,
        versionId: null,
        inputs: { data: { ...reply, branch: branch?.name ?? null } },
      },
      depth: place.depth ?? 0,
    },
  )
  return null
}
