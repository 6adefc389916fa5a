import type { ChatClient } from "../sdk/chat/client.ts"
import type { ChatState } from "../sdk/chat/types.ts"
import { acceptFor, takesVoice } from "../sdk/chat/upload.ts"
import { h, icon } from "./dom.ts"
import type { Texts } from "./texts.ts"
import { VoiceButton } from "./voice-button.ts"

const maxMessageChars = 10_000
/** Shows in place of a password until the server has it. */
const mask = "••••••••"

/** Which keyboard a phone shows for what is asked, by the kind of the question. */
const keyboards: Readonly<Record<string, string>> = {
  ...{ email: "email", url: "url", mobile: "tel", integer: "numeric", float: "decimal" },
  ...{ number: "decimal", money: "decimal", creditcard: "numeric", cpf: "numeric" },
  cnpj: "numeric",
}

/** Where a person writes: Enter sends, Shift+Enter begins a new line. Passwords are not shown. */
export class Composer {
  readonly element: HTMLFormElement
  private readonly texts: Texts
  private readonly client: ChatClient
  private readonly words: HTMLTextAreaElement
  private readonly secret: HTMLInputElement
  private readonly sendButton: HTMLButtonElement
  private readonly clip: HTMLButtonElement
  private readonly picker: HTMLInputElement
  /** Null where the page does not offer it. */
  private readonly voice: VoiceButton | null
  private isFileAsked = false

  /** `onSend`: the person has said something. */
  constructor(texts: Texts, client: ChatClient, hasVoice: boolean, onSend: () => void) {
    this.texts = texts
    this.client = client
    const field = {
      ...{ "aria-label": texts.placeholder, maxlength: maxMessageChars },
      oninput: () => this.fit(),
    }
    this.words = h("textarea", {
      ...{ ...field, rows: 1, dir: "auto", placeholder: texts.placeholder },
      onkeydown: (event) => this.onKey(event as KeyboardEvent),
    })
    this.secret = h("input", { ...field, type: "password", autocomplete: "off", hidden: true })
    this.sendButton = h(
      "button",
      { class: "sendb", type: "submit", "aria-label": texts.send, disabled: true },
      icon("send"),
    )
    this.picker = h("input", {
      ...{ type: "file", hidden: true, "aria-label": texts.attach },
      onchange: () => this.takeFile(this.picker.files),
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
    const onsubmit = (event: Event) => {
      event.preventDefault()
      if (this.send()) onSend()
    }
    this.voice = hasVoice ? new VoiceButton(texts, client, onSend) : null
    const { line = null, button = null } = this.voice ?? {}
    const fields = [line, this.clip, this.picker, this.words, this.secret, button, this.sendButton]
    const onkeydown = (event: Event) => {
      // What is being said is given up before the chat is closed.
      if ((event as KeyboardEvent).key === "Escape" && this.voice?.stop(true))
        event.stopPropagation()
    }
    this.element = h("form", { onsubmit, onkeydown }, ...fields)
  }

  focus() {
    this.field.focus({ preventScroll: true })
  }

  render(state: ChatState, hasChoices: boolean) {
    const kind = state.waiting?.kind ?? ""
    this.showSecret(kind === "password")
    this.words.inputMode = (Object.hasOwn(keyboards, kind) && keyboards[kind]) || "text"
    this.words.placeholder = hasChoices ? this.texts.choose : this.texts.placeholder
    const accept = state.isTyping ? null : acceptFor(state.waiting?.kind)
    this.isFileAsked = accept !== null && state.upload === null
    this.clip.hidden = accept === null
    this.clip.disabled = state.upload !== null
    this.picker.accept = accept ?? ""
    this.voice?.render(takesVoice(kind) && state.upload === null)
  }

  /** Files may also be dropped on `place`, while the bot asks for one. */
  takeDrops(place: HTMLElement) {
    const mark = (isOver: boolean) => place.classList.toggle("over", isOver)
    place.addEventListener("dragover", (event) => {
      if (!this.isFileAsked) return
      event.preventDefault()
      mark(true)
    })
    place.addEventListener("dragleave", () => mark(false))
    place.addEventListener("drop", (event) => {
      mark(false)
      if (!this.isFileAsked) return
      event.preventDefault()
      this.takeFile(event.dataTransfer?.files)
    })
  }

  private get field() {
    return this.secret.hidden ? this.words : this.secret
  }

  /** What was begun in one field is not carried into the other. */
  private showSecret(isSecret: boolean) {
    if (this.secret.hidden !== isSecret) return
    const root = this.element.getRootNode() as ShadowRoot
    const hadFocus = root.activeElement === this.field
    this.secret.hidden = !isSecret
    this.words.hidden = isSecret
    this.secret.value = ""
    if (hadFocus) this.focus()
    this.fit()
  }

  private takeFile(files: FileList | null | undefined) {
    const file = files?.[0]
    if (file && this.isFileAsked) void this.client.sendFile(file)
    this.picker.value = ""
  }

  private send(): boolean {
    const isSecret = !this.secret.hidden
    const text = isSecret ? this.secret.value : this.words.value.trim()
    if (text === "") return false
    this.field.value = ""
    this.fit()
    this.client.send({ text }, isSecret ? mask : text)
    return true
  }

  private onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.element.requestSubmit()
  }

  private fit() {
    this.sendButton.disabled = this.field.value.trim() === ""
    this.words.style.blockSize = "auto"
    this.words.style.blockSize = `${Math.min(this.words.scrollHeight + 2, 140)}px`
  }
}
