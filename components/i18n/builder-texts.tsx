"use client"

import { type ReactNode, use } from "react"
import { useTranslation } from "react-i18next"
import { loadTexts } from "./load-texts.ts"
import { type TextGroup, textGroups } from "./namespaces.ts"
import { useLanguage } from "./texts-provider.tsx"

/** Adds the builder's catalogues to those already there, then renders its children. */
export function BuilderTexts({ children }: { children: ReactNode }) {
  return <MoreTexts group="builder">{children}</MoreTexts>
}

/** Adds a group of catalogues to those already there, then renders its children; suspends while they are loaded. */
export function MoreTexts({ group, children }: { group: TextGroup; children: ReactNode }) {
  const { language } = useLanguage()
  const { i18n } = useTranslation()
  const texts = use(loadTexts(language, group))
  for (const namespace of textGroups[group])
    if (!i18n.hasResourceBundle(language, namespace))
      i18n.addResourceBundle(language, namespace, texts[namespace] ?? {})
  return children
}
