import { improveText } from "#basic/keywords/improve-text.ts"
import { handlerFor } from "./handler.ts"
import { workOnText } from "./model/work-on-text.ts"

export const improveTextHandler = handlerFor(improveText, ({ text = "", tone }, step) =>
  workOnText(
    "IMPROVE TEXT",
    `Write the text better, in its own language, saying the same${tone ? `, in a tone that is ${tone.slice(0, 100)}` : ""}.`,
    text,
    step,
  ),
)
