import { fromJson } from "#basic"
import { getSummary } from "#basic/keywords/get-summary.ts"
import { handlerFor } from "./handler.ts"
import { advise } from "./people/advise.ts"

const task =
  "The text is a conversation. Sum it up for a colleague who takes it over, in at most five sentences and in the language of the conversation: what the customer wants, what was done, what is open."

/** Shape: {success, summary}. */
export const getSummaryHandler = handlerFor(getSummary, async ({ conversation = "" }, step) =>
  fromJson({
    success: true,
    summary: await advise({ keyword: "GET SUMMARY", task, conversation }, step),
  }),
)
