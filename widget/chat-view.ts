import type { ChatClient } from "../sdk/chat/client.ts"
import type { ChatChoice, ChatState } from "../sdk/chat/types.ts"
import { acceptFor } from "../sdk/chat/upload.ts"
import { h, icon } from "./dom.ts"
import { controlPlayer, drawFile } from "./file-view.ts"
import { drawRichText } from "./rich-text-view.ts"
import type { Settings } from "./settings.ts"
import { drawSources } from "./source-view.ts"
import type { Texts } from "./texts.ts"

const maxMessageChars = 10_000

/** Draws the chat and turns what the person does into calls of the client. */
export class ChatView {
  readonly element: HTMLElement
  private readonly texts: Texts
  private readonly client: ChatClient
  private readonly log: HTMLElement
  private readonly scroll: HTMLElement
  private readonly tail: HTMLElement
  private readonly banner: HTMLElement
  private readonly input: HTMLTextAreaElement
  private readonly sendButton: HTMLButtonElement
  private readonly drawn = new Set<number>()
  private readonly origin: string
  private readonly clip: HTMLButtonElement
  private readonly picker: HTMLInputElement
  private isFileAsked = false

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
    this.input = h("textarea", {
      rows: 1,
      placeholder: texts.placeholder,
      "aria-label": texts.placeholder,
      maxlength: maxMessageChars,
      oninput: () => this.fitInput(),
      onkeydown: (event) => this.onKey(event as KeyboardEvent),
    })
    this.sendButton = h(
      "button",
      { class: "sendb", type: "submit", "aria-label": texts.send, disabled: true },
      icon("send"),
    )
    this.origin = settings.origin
    this.picker = h("input", {
      ...{ type: "file", hidden: true, "aria-label": texts.attach },
      onchange: () => this.sendFile(this.picker.files),
    })
    this.clip = h(
      "button",
      {
        ...{ class: "tool clip", type: "button", hidden: true },
        ...{ "aria-label": texts.attach, title: texts.attach },
        onclick: () => this.picker.click(),
      },
      icon("clip"),
    )
    this.element = this.build(settings, onClose)
    this.takeDrops()
  }

  focus() {
    this.input.focus({ preventScroll: true })
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
      const row = this.drawMessage(message.from, message.text, "", file)
      const { sources } = message
      if (sources?.length)
        row.append(drawSources(sources, this.texts, (id) => this.client.readPassage(id)))
      this.log.append(row)
    }
    this.tail.replaceChildren(...this.drawTail(state))
    this.offerFile(state)
    this.banner.hidden =
      state.status !== "offline" && (state.error === null || state.pending.some((p) => p.hasFailed))
    this.banner.textContent =
      state.error && state.error.code !== "network.unreachable"
        ? `${state.error.message} ${state.error.fix}`
        : this.texts.offline
    if (wasAtEnd) this.scrollToEnd()
  }

  private build(settings: Settings, onClose: () => void): HTMLElement {
    const isFloating = settings.mode === "bubble" || settings.mode === "popup"
    const title = settings.title || this.texts.title
    const submit = (event: Event) => this.onSubmit(event)
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
        h("h2", {}, title),
        drawTool("again", this.texts.restart, () => void this.client.restart()),
        isFloating && drawTool("close", this.texts.close, onClose),
      ),
      this.banner,
      this.scroll,
      h(
        "footer",
        {},
        h("form", { onsubmit: submit }, this.clip, this.picker, this.input, this.sendButton),
      ),
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
    const who = h("span", { class: "hidden" }, `${isOwn ? this.texts.you : this.texts.bot}: `)
    const bubble = h("div", { class: "bubble" })
    if (file) bubble.append(file)
    bubble.append(
      isOwn ? document.createTextNode(text) : drawRichText(text, this.texts.opensNewTab),
    )
    return h("div", { class: `row ${isOwn ? "contact" : "bot"} ${extra}` }, who, bubble)
  }

  private drawTail(state: ChatState): HTMLElement[] {
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
    const choices = state.pending.length === 0 ? (state.waiting?.choices ?? []) : []
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
    return h("button", { class: "choice", type: "button", onclick: choose }, choice.label)
  }

  /** The button shows while the bot asks for a file; what it takes, the question says. */
  private offerFile(state: ChatState) {
    const accept = state.isTyping ? null : acceptFor(state.waiting?.kind)
    this.isFileAsked = accept !== null && state.upload === null
    this.clip.hidden = accept === null
    this.clip.disabled = state.upload !== null
    this.picker.accept = accept ?? ""
  }

  private sendFile(files: FileList | null | undefined) {
    const file = files?.[0]
    if (file && this.isFileAsked) void this.client.sendFile(file)
    this.picker.value = ""
  }

  private takeDrops() {
    const mark = (isOver: boolean) => this.element.classList.toggle("over", isOver)
    this.element.addEventListener("dragover", (event) => {
      if (!this.isFileAsked) return
      event.preventDefault()
      mark(true)
    })
    this.element.addEventListener("dragleave", () => mark(false))
    this.element.addEventListener("drop", (event) => {
      mark(false)
      if (!this.isFileAsked) return
      event.preventDefault()
      this.sendFile(event.dataTransfer?.files)
    })
  }

  private onSubmit(event: Event) {
    event.preventDefault()
    const text = this.input.value.trim()
    if (text === "") return
    this.input.value = ""
    this.fitInput()
    this.client.send({ text })
    this.scrollToEnd()
  }

  private onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.onSubmit(event)
  }

  private fitInput() {
    this.sendButton.disabled = this.input.value.trim() === ""
    this.input.style.blockSize = "auto"
    this.input.style.blockSize = `${Math.min(this.input.scrollHeight + 2, 140)}px`
  }
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
