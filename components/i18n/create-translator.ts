import { createInstance, type i18n } from "i18next"
import { fallbackLanguage, type Language } from "./languages.ts"
import { namespaces, type Texts } from "./namespaces.ts"

/**
 * Creates an i18next instance that is ready at once; one for each request, since languages differ.
 *
 * Shape: keys are flat (`signIn.title` is one key); `namespace:key` reaches another catalogue.
 */
export function createTranslator(language: Language, texts: Texts): i18n {
  const translator = createInstance()
  translator.init({
    lng: language,
    fallbackLng: fallbackLanguage,
    ns: [...namespaces],
    defaultNS: "common",
    keySeparator: false,
    resources: { [language]: texts },
    // React escapes what it renders; escaping here too would show `&amp;` to people.
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  })
  return translator
}
