import type { ChatClient } from "../sdk/chat/client.ts"
import { h, icon } from "./dom.ts"
import type { Texts } from "./texts.ts"
import { toWave } from "./wave-file.ts"

/** It ends by itself then, and is sent. Units: seconds. */
const mostSeconds = 120

/** Whether this browser lets a page listen at all. */
const canListen = (): boolean =>
  typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined

/** Says a message instead of writing it: pressed once it listens, pressed again it sends. Escape gives up. */
export class VoiceButton {
  readonly button: HTMLButtonElement
  /** What is going on, or went wrong. */
  readonly line: HTMLElement
  private readonly texts: Texts
  private readonly client: ChatClient
  private readonly onSend: () => void
  private recorder: MediaRecorder | null = null
  private clock: ReturnType<typeof setInterval> | undefined
  /** Asked for the microphone, or at work on what was said. */
  private isBusy = false
  private isDropped = false

  constructor(texts: Texts, client: ChatClient, onSend: () => void) {
    this.texts = texts
    this.client = client
    this.onSend = onSend
    this.line = h("div", { class: "voice", hidden: true })
    this.button = h(
      "button",
      {
        ...{ class: "tool clip", type: "button", hidden: true, "aria-pressed": "false" },
        ...{ "aria-label": texts.speak, title: texts.speak },
        onclick: () => (this.recorder ? this.stop(false) : void this.listen()),
      },
      icon("mic"),
    )
  }

  /** `isAsked`: what the bot waits for can be said. */
  render(isAsked: boolean) {
    this.button.hidden = !canListen() || !(isAsked || this.recorder !== null)
    if (!isAsked && this.recorder !== null) this.stop(true)
  }

  /** Ends it. `isDropped`: nothing is sent. True when it was listening. */
  stop(isDropped: boolean): boolean {
    if (this.recorder === null) return false
    this.isDropped = isDropped
    this.recorder.stop()
    return true
  }

  private async listen() {
    if (this.isBusy) return
    this.isBusy = true
    this.tell(null)
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      this.record(stream)
    } catch (error) {
      const isMissing = error instanceof DOMException && error.name === "NotFoundError"
      this.tell(isMissing ? this.texts.micMissing : this.texts.micRefused, { isAlert: true })
    }
    this.isBusy = false
  }

  private record(stream: MediaStream) {
    const parts: Blob[] = []
    const recorder = new MediaRecorder(stream)
    const beganMs = performance.now()
    let seconds = 0
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = () => {
      clearInterval(this.clock)
      for (const track of stream.getTracks()) track.stop()
      this.recorder = null
      this.mark()
      this.tell(null)
      if (!this.isDropped) void this.send(new Blob(parts), seconds >= mostSeconds)
    }
    this.recorder = recorder
    this.isDropped = false
    recorder.start()
    this.mark()
    const time = h("b", { "aria-hidden": "true" }, "0:00")
    this.tell(this.texts.listening, { time })
    this.clock = setInterval(() => {
      seconds = Math.floor((performance.now() - beganMs) / 1000)
      time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
      if (seconds >= mostSeconds) this.stop(false)
    }, 250)
  }

  private async send(recorded: Blob, isLong: boolean) {
    this.isBusy = true
    const file = await toWave(recorded).catch(() => null)
    this.isBusy = false
    if (file === null) return this.tell(this.texts.micMissing, { isAlert: true })
    if (isLong) this.tell(this.texts.voiceLong, { isAlert: true })
    await this.deliver(file)
  }

  /** What was said is not lost with the network. */
  private async deliver(file: File) {
    this.onSend()
    await this.client.sendFile(file)
    if (this.client.getState().error?.code !== "network.unreachable") return
    const again = () => {
      this.tell(null)
      void this.deliver(file)
    }
    const retry = h("button", { class: "link", type: "button", onclick: again }, this.texts.retry)
    this.tell(this.texts.notSent, { isAlert: true, time: retry })
  }

  private mark() {
    const isOn = this.recorder !== null
    const label = isOn ? this.texts.stopSpeaking : this.texts.speak
    this.button.setAttribute("aria-pressed", String(isOn))
    this.button.setAttribute("aria-label", label)
    this.button.title = label
  }

  private tell(text: string | null, more: { isAlert?: boolean; time?: HTMLElement } = {}) {
    this.line.hidden = text === null
    this.line.setAttribute("role", more.isAlert ? "alert" : "status")
    this.line.replaceChildren(...(text === null ? [] : [`${text} `, more.time ?? ""]))
  }
}
