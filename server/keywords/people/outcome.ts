import { fromJson } from "#basic"
import type { Json, Value } from "#basic/vm/value.ts"
import { findConversationId } from "#server/records/conversations/find-conversation.ts"
import type { RecordPlace, RecordTx } from "#server/records/place.ts"
import type { Step } from "../step.ts"

/** Scripts test `r.success`: what cannot be done to a conversation is told there, and is no error. */
export const done = (more: { readonly [key: string]: Json } = {}): Json => ({
  success: true,
  error: null,
  ...more,
})
export const notDone = (error: string): Json => ({ success: false, error })

/** Works on a conversation of this bot; an empty id is this one. */
export async function onConversation(
  step: Step,
  wanted: string | undefined,
  work: (tx: RecordTx, place: RecordPlace, conversationId: string) => Promise<Json>,
): Promise<Value> {
  return fromJson(
    await step.record(async (tx, place) => {
      const id = await findConversationId(tx, place, wanted ?? "")
      return id === null ? notDone("There is no such conversation.") : await work(tx, place, id)
    }),
  )
}
