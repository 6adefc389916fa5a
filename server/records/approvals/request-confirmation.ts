import type { Json } from "#basic/vm/value.ts"
import { storeEvent } from "../events/store-event.ts"
import type { RecordWork } from "../place.ts"

/** The turn that asks a visitor before a call is made. */
export interface Confirmation {
  readonly versionId: string
  readonly script: string
  /** Variables that are set before its first line. */
  readonly inputs: Readonly<Record<string, Json>>
}

/** Begins the turn that asks, on top of the conversation, once this one is over. Gives the id of the event. Writes: `inbound_events`. */
export function requestConfirmation({ versionId, script, inputs }: Confirmation): RecordWork {
  return async (tx, { orgId, botId, conversationId, nowMs }) =>
    await storeEvent(
      tx,
      { orgId, botId, nowMs },
      {
        ...{ kind: "event", source: "approval", key: null, conversationId, depth: 1 },
        ...{ script, entry: null, versionId, inputs },
      },
    )
}
