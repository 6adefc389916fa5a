import type { Metadata } from "next"
import { headers } from "next/headers"
import { languageCookie, pickLanguage } from "#components/i18n/languages.ts"
import { loadTexts } from "#components/i18n/load-texts.ts"
import type { Namespace } from "#components/i18n/namespaces.ts"
import { readCookie } from "./server.ts"

/** Reads one text in the language of the request. */
async function readText(namespace: Namespace, key: string): Promise<string | undefined> {
  const remembered = await readCookie(languageCookie)
  const language = pickLanguage(remembered, (await headers()).get("accept-language"))
  return (await loadTexts(language, "core"))[namespace]?.[key]
}

/** Gives a page its title in the language of the request. */
export async function titleOf(namespace: Namespace, key: string): Promise<Metadata> {
  return { title: (await readText(namespace, key)) ?? "Botwright" }
}

/** Describes the site to search engines and to whoever is sent its address. */
export async function siteMetadata(): Promise<Metadata> {
  const [title, description] = await Promise.all([
    readText("shell", "site.title"),
    readText("shell", "site.lead"),
  ])
  return { title: { absolute: `Botwright · ${title}` }, description }
}
