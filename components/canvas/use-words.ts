"use client"

import { useTranslation } from "react-i18next"
import { isNamespace } from "../i18n/namespaces.ts"

export type Words = (key: string, values?: Readonly<Record<string, string>>) => string

/**
 * Reads a text by the key a definition names: "steps.talk" is `talk` of the catalogue `steps`. A key without a
 * text (a keyword newer than the catalogue) shows its own name rather than nothing.
 */
export function useWords(): Words {
  const { t, i18n } = useTranslation()
  return (key, values = {}) => {
    const dot = key.indexOf(".")
    const [namespace, name] = [key.slice(0, dot), key.slice(dot + 1)]
    if (!isNamespace(namespace) || !i18n.exists(`${namespace}:${name}`))
      return name.replaceAll("_", " ")
    // The key is data, so the compiler cannot know it; `exists` above did.
    return t(`${namespace}:${name}` as never, values as never) as unknown as string
  }
}
