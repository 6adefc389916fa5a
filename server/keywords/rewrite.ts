import { rewriteText } from "#basic/keywords/rewrite.ts"
import { handlerFor } from "./handler.ts"
import { workOnText } from "./model/work-on-text.ts"

export const rewriteTextHandler = handlerFor(rewriteText, ({ text = "" }, step) =>
  workOnText(
    "REWRITE",
    "Write the text better: clear, correct and friendly, in its own language, saying the same.",
    text,
    step,
  ),
)
