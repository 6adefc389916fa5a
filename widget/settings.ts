/** What a page may say about the widget, in `data-` attributes of the script or the element. */
export interface Settings {
  readonly bot: string
  readonly origin: string
  /** "bubble": a button in the corner; "popup": no button, opened by a trigger or `open()`; "inline": in the page's flow; "page": fills it. */
  readonly mode: "bubble" | "popup" | "inline" | "page"
  readonly title: string
  /** Stands beside the title; empty for none. */
  readonly notice: string
  /** What the page says itself when the server refuses something, by the code of the problem. */
  readonly problems: Readonly<Record<string, string>>
  /** A CSS colour for the button and the person's own messages. */
  readonly color: string | null
  /** Messages may be said. The bot needs somebody who writes them down. */
  readonly hasVoice: boolean
  readonly theme: "light" | "dark" | "auto"
  readonly side: "left" | "right"
  readonly language: string
  /** Opens by itself after so many seconds, after so much of the page was scrolled, or on such addresses. */
  readonly openAfterSeconds: number | null
  readonly openAtScrollPercent: number | null
  readonly openOnPath: string | null
  readonly contact: {
    readonly name?: string
    readonly email?: string
    readonly attributes: Readonly<Record<string, string>>
  }
}

const modes = ["bubble", "popup", "inline", "page"] as const

function numberOf(value: string | undefined): number | null {
  const number = Number(value)
  return value !== undefined && value !== "" && Number.isFinite(number) && number >= 0
    ? number
    : null
}

/** Only a plain colour: the value ends up in a style sheet. */
function colorOf(value: string | undefined): string | null {
  return value && /^(#[0-9a-f]{3,8}|[a-z]{3,20})$/i.test(value) ? value : null
}

/** `data-var-plan="pro"` and `?bw_plan=pro` are both what a flow reads as `GET "user.plan"`; the address wins. */
function readVariables(data: DOMStringMap, address: URL): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(data)) {
    if (name.startsWith("var") && name.length > 3 && value !== undefined)
      found[name.charAt(3).toLowerCase() + name.slice(4)] = value
  }
  for (const [name, value] of address.searchParams)
    if (/^bw_[a-z]\w{0,40}$/i.test(name)) found[name.slice(3)] = value
  return found
}

/** Texts by name, as JSON; what is no text is left out. */
function textsOf(value: string | undefined): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  try {
    for (const [name, text] of Object.entries(JSON.parse(value ?? "{}") ?? {}))
      if (typeof text === "string") found[name] = text
  } catch {
    // No JSON: the server's own sentences are shown.
  }
  return found
}

/** Reads the settings of one widget. */
export function readSettings(data: DOMStringMap, scriptOrigin: string, address: URL): Settings {
  const { name, email, ...attributes } = readVariables(data, address)
  return {
    bot: data.bot ?? "",
    origin: (data.origin ?? scriptOrigin).replace(/\/$/, ""),
    mode: modes.find((mode) => mode === data.mode) ?? "bubble",
    title: data.title ?? "",
    notice: data.notice ?? "",
    problems: textsOf(data.problems),
    color: colorOf(data.color),
    hasVoice: data.voice === "on",
    theme: data.theme === "light" || data.theme === "dark" ? data.theme : "auto",
    side: data.side === "left" ? "left" : "right",
    language: (data.language ?? document.documentElement.lang ?? navigator.language ?? "en")
      .slice(0, 2)
      .toLowerCase(),
    openAfterSeconds: numberOf(data.openAfter),
    openAtScrollPercent: numberOf(data.openScroll),
    openOnPath: data.openPath ?? null,
    contact: { ...(name ? { name } : {}), ...(email ? { email } : {}), attributes },
  }
}
