import { fromJson } from "#basic"
import { getTips } from "#basic/keywords/get-tips.ts"
import { handlerFor } from "./handler.ts"
import { adviseAsObject, textsOf } from "./people/advise.ts"

const task =
  'The text is a conversation. Tell the agent who answers next what to do: 1 to 5 short tips, in the language of the conversation. Reply with JSON: {"items": ["..."]}.'

/** Shape: {success, items: [text]}. */
export const getTipsHandler = handlerFor(getTips, async ({ conversation = "", message }, step) => {
  const { items } = await adviseAsObject({ keyword: "GET TIPS", task, conversation, message }, step)
  return fromJson({ success: true, items: textsOf(items) })
})
