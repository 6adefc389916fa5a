import { summarizeText } from "#basic/keywords/summarize.ts"
import { handlerFor } from "./handler.ts"
import { workOnText } from "./model/work-on-text.ts"

export const summarizeTextHandler = handlerFor(summarizeText, ({ text = "" }, step) =>
  workOnText("SUMMARIZE", "Summarize the text in few sentences, in its own language.", text, step),
)
