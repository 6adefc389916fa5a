import { translateText } from "#basic/keywords/translate.ts"
import { handlerFor } from "./handler.ts"
import { workOnText } from "./model/work-on-text.ts"

export const translateTextHandler = handlerFor(
  translateText,
  ({ text = "", language = "" }, step) =>
    workOnText(
      "TRANSLATE",
      `Translate the text into the language "${language.slice(0, 60)}". Keep its layout.`,
      text,
      step,
    ),
)
