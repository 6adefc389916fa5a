import { fromJson } from "#basic"
import { getSmartReplies } from "#basic/keywords/get-smart-replies.ts"
import { handlerFor } from "./handler.ts"
import { adviseAsObject, textsOf } from "./people/advise.ts"

const task =
  'The text is a conversation. Write 3 short answers the agent may choose from, different from each other, in the language of the customer, promising nothing the conversation does not say. Reply with JSON: {"items": ["..."]}.'

/** Shape: {success, items: [text]}. */
export const getSmartRepliesHandler = handlerFor(
  getSmartReplies,
  async ({ conversation = "", message }, step) => {
    const request = { keyword: "GET SMART REPLIES", task, conversation, message }
    return fromJson({ success: true, items: textsOf((await adviseAsObject(request, step)).items) })
  },
)
