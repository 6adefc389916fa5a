import type { ChatClient } from "../sdk/chat/client.ts"
import type { ChatChoice, ChatState } from "../sdk/chat/types.ts"
import { Composer } from "./composer.ts"
import { h, icon } from "./dom.ts"
import { controlPlayer, drawFile } from "./file-view.ts"
import { drawRichText } from "./rich-text-view.ts"
import type { Settings } from "./settings.ts"
import { drawSources } from "./source-view.ts"
import type { Texts } from "./texts.ts"

/** Draws the chat and turns what the person does into calls of the client. */
export class ChatView {
  readonly element: HTMLElement
  private readonly texts: Texts
  private readonly client: ChatClient
  private readonly log: HTMLElement
  private readonly scroll: HTMLElement
  private readonly tail: HTMLElement
  private readonly banner: HTMLElement
  private readonly composer: Composer
  private readonly drawn = new Set<number>()
  private readonly origin: string
  private readonly problems: Settings["problems"]

  constructor(settings: Settings, texts: Texts, client: ChatClient, onClose: () => void) {
    this.texts = texts
    this.client = client
    this.log = h("div", {
      class: "log",
      role: "log",
      "aria-live": "polite",
      "aria-label": texts.messages,
    })
    this.tail = h("div", { class: "log" })
    this.scroll = h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": texts.messages },
      this.log,
      this.tail,
    )
    this.banner = h("div", { class: "banner", role: "status", hidden: true })
    this.origin = settings.origin
    this.problems = settings.problems
    this.composer = new Composer(texts, client, settings.hasVoice, () => this.scrollToEnd())
    this.element = this.build(settings, onClose)
    this.composer.takeDrops(this.element)
  }

  focus() {
    this.composer.focus()
  }

  scrollToEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight
  }

  render(state: ChatState) {
    const wasAtEnd =
      this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 80
    if (state.messages.length < this.drawn.size) {
      this.log.replaceChildren()
      this.drawn.clear()
    }
    for (const message of state.messages) {
      if (this.drawn.has(message.seq)) continue
      this.drawn.add(message.seq)
      if (controlPlayer(this.log, message, this.origin)) continue
      const file = drawFile(message, this.origin)
      if (message.text === "" && !file) continue
      if (message.kind === "event") {
        this.log.append(h("div", { class: "note" }, message.text))
        continue
      }
      const row = this.drawMessage(message.from, message.text, "", file)
      const { sources } = message
      if (sources?.length)
        row.append(drawSources(sources, this.texts, (id) => this.client.readPassage(id)))
      this.log.append(row)
    }
    const choices = findChoices(state)
    this.tail.replaceChildren(...this.drawTail(state, choices))
    this.composer.render(state, choices.length > 0)
    this.banner.hidden =
      state.status !== "offline" && (state.error === null || state.pending.some((p) => p.hasFailed))
    this.banner.textContent =
      state.error && state.error.code !== "network.unreachable"
        ? (this.problems[state.error.code] ?? `${state.error.message} ${state.error.fix}`)
        : this.texts.offline
    if (wasAtEnd) this.scrollToEnd()
  }

  private build(settings: Settings, onClose: () => void): HTMLElement {
    const isFloating = settings.mode === "bubble" || settings.mode === "popup"
    const title = settings.title || this.texts.title
    const element = h(
      "section",
      {
        class: `panel ${settings.theme} ${placeOf(settings)}`,
        role: isFloating ? "dialog" : "region",
        "aria-label": title,
        dir: settings.language === "ar" ? "rtl" : "ltr",
        lang: settings.language,
      },
      h(
        "header",
        {},
        h(settings.mode === "page" ? "h1" : "h2", {}, title),
        settings.notice !== "" && h("span", { class: "pill" }, settings.notice),
        drawTool("again", this.texts.restart, () => void this.client.restart()),
        isFloating && drawTool("close", this.texts.close, onClose),
      ),
      this.banner,
      this.scroll,
      h("footer", {}, this.composer.element),
    )
    if (isFloating)
      element.addEventListener("keydown", (event) => event.key === "Escape" && onClose())
    return element
  }

  private drawMessage(
    from: string,
    text: string,
    extra = "",
    file: HTMLElement | null = null,
  ): HTMLElement {
    const isOwn = from === "contact"
    const who = h("span", { class: "hidden" }, `${this.nameOf(from)}: `)
    const bubble = h("div", { class: "bubble" })
    if (file) bubble.append(file)
    bubble.append(
      isOwn ? document.createTextNode(text) : drawRichText(text, this.texts.opensNewTab),
    )
    return h("div", { class: `row ${isOwn ? "contact" : "bot"} ${extra}` }, who, bubble)
  }

  private nameOf(from: string): string {
    if (from === "contact") return this.texts.you
    return from === "agent" ? this.texts.agent : this.texts.bot
  }

  private drawTail(state: ChatState, choices: readonly ChatChoice[]): HTMLElement[] {
    const rows = state.pending.map((message) => {
      const row = this.drawMessage("contact", message.text, "pending")
      if (message.hasFailed)
        row.append(
          h(
            "div",
            { class: "failed", role: "alert" },
            `${this.texts.notSent} `,
            h(
              "button",
              { class: "link", type: "button", onclick: () => this.client.retry() },
              this.texts.retry,
            ),
          ),
        )
      return row
    })
    if (state.upload) rows.push(this.drawUpload(state.upload.part))
    if (state.draft) rows.push(this.drawMessage("bot", state.draft.text))
    else if (state.isTyping || (state.status === "connecting" && state.messages.length === 0)) {
      const dots = h(
        "div",
        { class: "bubble typing" },
        h("i"),
        h("i"),
        h("i"),
        h("span", { class: "hidden" }, this.texts.typing),
      )
      rows.push(h("div", { class: "row bot", role: "status" }, dots))
    }
    if (choices.length > 0)
      rows.push(
        h(
          "div",
          { class: "choices", role: "group" },
          ...choices.map((choice) => this.drawChoice(choice)),
        ),
      )
    if (
      state.waiting === null &&
      state.status === "online" &&
      state.messages.length > 0 &&
      !state.isTyping
    )
      rows.push(h("div", { class: "note" }, this.texts.ended))
    return rows
  }

  private drawUpload(part: number): HTMLElement {
    const label = this.texts.sending
    const bar = h("progress", { value: part, "aria-label": label })
    return h("div", { class: "row contact", role: "status" }, label, bar)
  }

  private drawChoice(choice: ChatChoice): HTMLElement {
    const choose = () => {
      this.client.send({ choice: choice.value }, choice.label)
      this.focus()
    }
    const look = { class: "choice", type: "button", dir: "auto" }
    return h("button", { ...look, onclick: choose }, choice.label)
  }
}

/** Choices of the question, else those of the last message if the bot said it. */
function findChoices({ pending, waiting, messages }: ChatState): readonly ChatChoice[] {
  if (pending.length > 0 || waiting === null) return []
  if (waiting.choices && waiting.choices.length > 0) return waiting.choices
  const last = messages.at(-1)
  return last && last.from !== "contact" ? (last.choices ?? []) : []
}

function drawTool(name: "again" | "close", label: string, onclick: () => void): HTMLElement {
  return h(
    "button",
    { class: "tool", type: "button", "aria-label": label, title: label, onclick },
    icon(name),
  )
}

/** Where the panel stands, as its style names it. */
function placeOf({ mode, side }: Settings): string {
  if (mode === "inline") return "embedded"
  if (mode === "page") return "page"
  return mode === "popup" ? `floating ${side} popup` : `floating ${side}`
}
