import type { i18n } from "i18next"
import type { Language } from "./languages.ts"
import { loadTexts } from "./load-texts.ts"
import { type TextGroup, textGroups } from "./namespaces.ts"

/** Loads a group of catalogues and adds it to those a translator has. */
export async function addTexts(translator: i18n, language: Language, group: TextGroup) {
  const texts = await loadTexts(language, group)
  for (const namespace of textGroups[group])
    if (!translator.hasResourceBundle(language, namespace))
      translator.addResourceBundle(language, namespace, texts[namespace] ?? {})
}
