"use client"

import { type ReactNode, use } from "react"
import { useTranslation } from "react-i18next"
import { loadTexts } from "./load-texts.ts"
import { builderNamespaces } from "./namespaces.ts"
import { useLanguage } from "./texts-provider.tsx"

/** Adds the builder's catalogues to those already there, then renders its children. */
export function BuilderTexts({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const { i18n } = useTranslation()
  const texts = use(loadTexts(language, "builder"))
  for (const namespace of builderNamespaces)
    if (!i18n.hasResourceBundle(language, namespace))
      i18n.addResourceBundle(language, namespace, texts[namespace] ?? {})
  return children
}
