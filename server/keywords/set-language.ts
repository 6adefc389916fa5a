import { setLanguage } from "#basic/keywords/set-language.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

const languageTag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i

export const setLanguageHandler = handlerFor(setLanguage, ({ language = "" }, step) => {
  const tag = language.trim()
  if (!languageTag.test(tag))
    throw new EffectFailed(
      "language.unknown",
      `${JSON.stringify(tag)} is not a language code such as "en" or "pt-BR".`,
    )
  step.setLanguage(tag)
})
