import type { Metadata } from "next"
import { headers } from "next/headers"
import { languageCookie, pickLanguage } from "#components/i18n/languages.ts"
import { loadTexts } from "#components/i18n/load-texts.ts"
import type { Namespace } from "#components/i18n/namespaces.ts"
import { readCookie } from "./server.ts"

/** Gives a page its title in the language of the request. */
export async function titleOf(namespace: Namespace, key: string): Promise<Metadata> {
  const remembered = await readCookie(languageCookie)
  const language = pickLanguage(remembered, (await headers()).get("accept-language"))
  const texts = await loadTexts(language, "core")
  return { title: texts[namespace]?.[key] ?? "Botwright" }
}
