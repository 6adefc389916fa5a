import { expect, it } from "vitest"
import { loadTexts } from "../i18n/load-texts.ts"
import { drawHostedChat, drawNoChat } from "./hosted-document.ts"

const requestIn = async (language: "en" | "ar") => ({
  ...{ language, nonce: "abc", mark: null },
  texts: await loadTexts(language, "core"),
})

it("XSS-01 makes words of a hostile name, wherever the document says it", async () => {
  const name = `"><script>alert(1)</script><img src=x onerror='$&'>`
  const bot = { slug: `x" onclick="y`, name, isStaging: true, hasVoice: false }
  const html = drawHostedChat(bot, await requestIn("en"))
  expect(html.match(/<script/g)).toEqual(["<script"])
  expect(html).not.toMatch(/<img|" onclick|'\$&'/)
  expect(html).toContain("&#60;script&#62;alert(1)")
})

it("greets in the person's language and from its side, with the words for what may go wrong", async () => {
  const request = await requestIn("ar")
  const html = drawHostedChat(
    { slug: "demo", name: "Shop", isStaging: false, hasVoice: true },
    request,
  )
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('<script async nonce="abc" src="/widget.js">')
  expect(html).toContain(request.texts.problems?.["file.too_large.text"])
  expect(html).not.toContain("noindex")
  expect(html).toContain('data-voice="on"')
  expect(drawNoChat(request)).toContain(request.texts.shell?.["notFound.title"])
})
