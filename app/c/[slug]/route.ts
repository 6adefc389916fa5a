import { headers } from "next/headers"
import { drawHostedChat, drawNoChat } from "#components/chat/hosted-document.ts"
import { languageCookie, pickLanguage } from "#components/i18n/languages.ts"
import { loadTexts } from "#components/i18n/load-texts.ts"
import { findPublicBot, readCookie, readMark } from "../../server.ts"

interface HostedChatRoute {
  params: Promise<{ slug: string }>
}

/** The hosted chat: a document without React, because strangers' phones wait for it. */
export async function GET(_: Request, { params }: HostedChatRoute): Promise<Response> {
  const { slug } = await params
  const asked = await headers()
  const remembered = await readCookie(languageCookie)
  const language = pickLanguage(remembered, asked.get("accept-language"))
  const [bot, texts] = await Promise.all([findPublicBot(slug), loadTexts(language, "core")])
  const request = { language, texts, nonce: asked.get("x-nonce") ?? "", mark: readMark() }
  const html = bot ? drawHostedChat({ slug, ...bot }, request) : drawNoChat(request)
  return new Response(html, {
    status: bot ? 200 : 404,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
      // Who chooses another language gets another document.
      vary: "accept-language, cookie",
    },
  })
}
