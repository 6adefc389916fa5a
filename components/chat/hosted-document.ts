import { directionOf, type Language } from "../i18n/languages.ts"
import type { Texts } from "../i18n/namespaces.ts"
import { hostedStyle } from "./hosted-style.ts"

interface HostedDocument {
  /** The bot's public name, as in the address. */
  readonly slug: string
  readonly name: string
  /** It is not the bot everybody meets. */
  readonly isStaging: boolean
  /** People may say their messages: somebody writes them down. */
  readonly hasVoice: boolean
}

interface Request {
  readonly language: Language
  readonly texts: Texts
  /** Of the content security policy. */
  readonly nonce: string
  /** What a test recognizes the server's process by. */
  readonly mark: string | null
}

/** What may go wrong for a person who talks to a bot; told in their language. */
const problems =
  /^(bot\.(not_published|origin_refused)|conversation\.|file\.(not_asked|quota_reached|too_|type_)|internal\.|request\.(in_progress|too_)|server\.)/

/**
 * The hosted chat as a document of its own: the bot's name and the place of the conversation at once, and the widget's
 * chat over the whole page as soon as it is there. Nothing of the dashboard comes with it.
 */
export function drawHostedChat(bot: HostedDocument, request: Request): string {
  const { chat = {} } = request.texts
  const label = (chat.with ?? "{{name}}").replace("{{name}}", () => bot.name)
  const data = Object.entries({
    bot: bot.slug,
    mode: "page",
    title: bot.name,
    language: request.language,
    voice: bot.hasVoice ? "on" : "off",
    notice: bot.isStaging ? (chat["staging.notice"] ?? "") : "",
    problems: JSON.stringify(problemTexts(request.texts)),
  })
  const attributes = data.map(([name, value]) => `data-${name}="${asText(value)}"`).join(" ")
  const head = `<meta name="description" content="${asText(label)}">
${bot.isStaging ? '<meta name="robots" content="noindex">' : ""}
<script async nonce="${asText(request.nonce)}" src="/widget.js"></script>`
  const body = `<botwright-chat ${attributes}>
<div class="begin"><header><h1>${asText(bot.name)}</h1></header>
<div class="talk"><p class="dots" role="status" aria-label="${asText(chat.typing ?? "")}"><i></i><i></i><i></i></p></div>
<footer><span></span></footer></div></botwright-chat>`
  return drawDocument(bot.name, head, body, request)
}

/** What stands at an address that no published bot has. */
export function drawNoChat(request: Request): string {
  const { shell = {} } = request.texts
  const title = shell["notFound.title"] ?? ""
  const body = `<div class="nothing"><h1>${asText(title)}</h1><p>${asText(shell["notFound.text"] ?? "")}</p></div>`
  return drawDocument(title, '<meta name="robots" content="noindex">', body, request)
}

function drawDocument(title: string, head: string, body: string, request: Request): string {
  const { language, mark } = request
  const marked = mark === null ? "" : ` data-mark="${asText(mark)}"`
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"${marked}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#191816">
<title>${asText(title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${head}
<style>${hostedStyle}</style>
</head>
<body><main>${body}</main></body>
</html>
`
}

function problemTexts({ problems: texts = {} }: Texts): Record<string, string> {
  const found = Object.entries(texts).filter(
    ([key]) => key.endsWith(".text") && problems.test(key) && !key.startsWith("file.too_many"),
  )
  return Object.fromEntries(found.map(([key, text]) => [key.slice(0, -".text".length), text]))
}

/** Makes text of what would be markup, inside of elements and of attributes in double quotes. */
function asText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
