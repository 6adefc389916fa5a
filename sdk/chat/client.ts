/**
 * One conversation with a bot: starts or resumes it, keeps it live, survives reloads and lost networks.
 *
 * Messages are told apart by their sequence number, so one that arrives twice is shown once, and a gap
 * is asked for. What the person sends carries a key that is kept until it is confirmed: sending again
 * after a lost connection never says it twice.
 */
import { ApiError } from "../api-error.ts"
import { type HttpOptions, requestJson } from "../http.ts"
import { type ChatSocket, openSocket } from "./socket.ts"
import type {
  ChatContact,
  ChatInput,
  ChatMessage,
  ChatPassage,
  ChatState,
  PendingMessage,
  StartAnswer,
  TicketStore,
  TurnAnswer,
} from "./types.ts"
import { uploadFile } from "./upload.ts"

export interface ChatOptions extends HttpOptions {
  /** The bot's public id: its slug. */
  readonly bot: string
  readonly store?: TicketStore
  readonly contact?: ChatContact
}

const initialState: ChatState = {
  status: "idle",
  messages: [],
  pending: [],
  draft: null,
  waiting: null,
  isTyping: false,
  upload: null,
  error: null,
}
const retryDelaysMs = [500, 1000, 2000, 5000, 10_000, 30_000]

export class ChatClient {
  private readonly options: ChatOptions
  private state: ChatState = initialState
  private readonly listeners = new Set<(state: ChatState) => void>()
  private socket: ChatSocket | null = null
  private ticket: { id: string; token: string } | null = null
  private attempts = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private draftEpoch = 0
  private isClosed = false

  constructor(options: ChatOptions) {
    this.options = options
  }

  getState(): ChatState {
    return this.state
  }

  /** Calls the listener with every new state; returns how to stop that. */
  subscribe(listener: (state: ChatState) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Resumes the stored conversation, or starts one. Safe to call again. */
  async open(): Promise<void> {
    if (this.state.status !== "idle" && this.state.status !== "offline") return
    this.isClosed = false
    this.update({ status: "connecting", error: null })
    this.ticket = this.options.store?.load() ?? null
    try {
      if (this.ticket) await this.catchUp()
      else await this.start()
      this.connect()
    } catch (error) {
      await this.recover(error)
    }
  }

  /** Says something, or picks a choice. The text shows at once and is confirmed when the server has it. */
  send(input: ChatInput, shownText = "text" in input ? input.text : input.choice): void {
    const message: PendingMessage = { key: newKey(), text: shownText, input, hasFailed: false }
    this.update({ pending: [...this.state.pending, message], isTyping: true, error: null })
    this.deliver(message)
  }

  /** Sends a file, while the bot asks for one. What is wrong with it stands in `error` afterwards. */
  async sendFile(file: File): Promise<void> {
    if (this.state.upload) return
    const progress = (part: number) => this.update({ upload: { name: file.name, part } })
    this.update({ upload: { name: file.name, part: 0 }, error: null })
    try {
      const { id, token } = this.requireTicket()
      const request = { path: `/conversations/${id}/files`, token, idempotencyKey: newKey() }
      const answer = await uploadFile(this.options, { ...request, file, onProgress: progress })
      this.update({ upload: null })
      this.accept(answer)
      await this.catchUp()
    } catch (error) {
      this.update({ upload: null })
      this.refuse(explain(error))
    }
  }

  /** Reads a passage that a message of this conversation names as its source. */
  readPassage(passageId: string): Promise<ChatPassage> {
    const { id, token } = this.requireTicket()
    const path = `/conversations/${id}/passages/${encodeURIComponent(passageId)}`
    return requestJson<ChatPassage>(this.options, { method: "GET", path, token })
  }

  /** Sends again what could not be delivered. */
  retry(): void {
    const failed = this.state.pending.filter((message) => message.hasFailed)
    this.update({
      pending: this.state.pending.map((m) => ({ ...m, hasFailed: false })),
      error: null,
    })
    if (this.state.status === "offline" || this.state.status === "idle") void this.open()
    for (const message of failed) this.deliver(message)
  }

  /** Forgets this conversation and begins a new one. */
  async restart(): Promise<void> {
    this.close()
    this.options.store?.save(null)
    this.state = initialState
    this.isClosed = false
    await this.open()
  }

  close(): void {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
    this.socket?.close()
    this.socket = null
    this.update({ status: "idle" })
  }

  private update(change: Partial<ChatState>) {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener(this.state)
  }

  private async start() {
    const answer = await requestJson<StartAnswer>(this.options, {
      method: "POST",
      path: `/bots/${encodeURIComponent(this.options.bot)}/conversations`,
      body: this.options.contact ? { contact: this.options.contact } : {},
      idempotencyKey: newKey(),
    })
    this.ticket = answer.conversation
    this.options.store?.save(answer.conversation)
    this.accept(answer)
  }

  private async catchUp() {
    const ticket = this.requireTicket()
    const answer = await requestJson<TurnAnswer>(this.options, {
      method: "GET",
      path: `/conversations/${ticket.id}/messages?after=${this.lastSeq()}`,
      token: ticket.token,
    })
    this.accept(answer)
  }

  private connect() {
    const ticket = this.requireTicket()
    this.socket?.close()
    this.socket = openSocket(this.options.origin, ticket.token, () => this.lastSeq(), {
      onReady: () => {
        this.attempts = 0
        this.update({ status: "online", error: null })
        for (const message of this.state.pending) if (!message.hasFailed) this.deliver(message)
      },
      onMessage: (message) => this.accept({ messages: [message], waiting: this.state.waiting }),
      onWaiting: (waiting) => this.update({ waiting, isTyping: waiting?.kind === "running" }),
      onDelta: (delta) => this.acceptDelta(delta),
      onError: (error) => this.refuse(error),
      onClose: () => this.scheduleReconnect(),
    })
  }

  private acceptDelta(delta: { id: string; epoch: number; text: string }) {
    const { draft, messages } = this.state
    const isLate = draft?.id === delta.id && delta.epoch < this.draftEpoch
    if (isLate || messages.some(({ id }) => id === delta.id)) return
    const isSame = draft?.id === delta.id && this.draftEpoch === delta.epoch
    this.draftEpoch = delta.epoch
    const text = (isSame ? (draft?.text ?? "") : "") + delta.text
    // A draft that begins anew is empty at first: the bot is at it again.
    this.update({ draft: text === "" ? null : { id: delta.id, text }, isTyping: text === "" })
  }

  /** Takes over what is new; the person's own words confirm what was pending. */
  private accept(answer: TurnAnswer) {
    const known = new Set(this.state.messages.map((message) => message.seq))
    const fresh = answer.messages.filter((message) => !known.has(message.seq))
    const messages = [...this.state.messages, ...fresh].sort((a, b) => a.seq - b.seq)
    let pending = this.state.pending
    for (const message of fresh)
      if (message.from === "contact" && !message.file) pending = confirm(pending, message)
    const draft = fresh.some((message) => message.id === this.state.draft?.id)
      ? null
      : this.state.draft
    const isTyping = pending.length > 0 || answer.waiting?.kind === "running"
    this.update({ messages, pending, draft, waiting: answer.waiting, isTyping })
  }

  private deliver(message: PendingMessage) {
    if (this.socket?.send(message.key, message.input)) return
    if (this.state.status !== "connecting" && this.ticket) void this.deliverByRest(message)
  }

  private async deliverByRest(message: PendingMessage) {
    try {
      const ticket = this.requireTicket()
      const answer = await requestJson<TurnAnswer>(this.options, {
        method: "POST",
        path: `/conversations/${ticket.id}/messages`,
        body: message.input,
        token: ticket.token,
        idempotencyKey: message.key,
      })
      this.update({ pending: this.state.pending.filter((other) => other.key !== message.key) })
      this.accept(answer)
      await this.catchUp()
    } catch (error) {
      this.refuse({ ...explain(error), key: message.key })
    }
  }

  private refuse(error: { code: string; message: string; fix: string; key?: string }) {
    const pending = this.state.pending.map((message) =>
      message.key === error.key ? { ...message, hasFailed: true } : message,
    )
    this.update({
      error: { code: error.code, message: error.message, fix: error.fix },
      pending,
      isTyping: false,
    })
  }

  private scheduleReconnect() {
    this.socket = null
    if (this.isClosed) return
    const delay = retryDelaysMs[Math.min(this.attempts, retryDelaysMs.length - 1)] ?? 30_000
    this.attempts += 1
    this.update({ status: this.attempts > 2 ? "offline" : "connecting" })
    this.timer = setTimeout(() => this.connect(), delay)
  }

  /** A ticket the server no longer knows is given up for a new conversation; anything else is tried again. */
  private async recover(error: unknown) {
    const isGone = error instanceof ApiError && (error.status === 401 || error.status === 404)
    if (isGone && this.ticket) {
      this.ticket = null
      this.options.store?.save(null)
      this.update({ status: "idle", messages: [], waiting: null })
      return this.open()
    }
    this.update({ status: "offline", error: explain(error), isTyping: false })
    const canRetry =
      !(error instanceof ApiError) ||
      error.status === 0 ||
      error.status >= 500 ||
      error.status === 429
    if (!canRetry || this.isClosed) return
    const delay = retryDelaysMs[Math.min(this.attempts++, retryDelaysMs.length - 1)] ?? 30_000
    this.timer = setTimeout(() => void this.open(), delay)
  }

  private requireTicket() {
    if (!this.ticket) throw new Error("The conversation has not begun; call open() first.")
    return this.ticket
  }

  private lastSeq(): number {
    return this.state.messages.at(-1)?.seq ?? 0
  }
}

/** The first pending message with these words is the one the server confirmed. */
function confirm(
  pending: readonly PendingMessage[],
  message: ChatMessage,
): readonly PendingMessage[] {
  const said = (entry: PendingMessage) =>
    "text" in entry.input ? entry.input.text : entry.input.choice
  const at = pending.findIndex(
    (entry) => said(entry).trim() === message.text.trim() || entry.text === message.text,
  )
  return pending.filter((_, index) => index !== Math.max(at, 0))
}

function explain(error: unknown): { code: string; message: string; fix: string } {
  if (error instanceof ApiError) return { code: error.code, message: error.message, fix: error.fix }
  return {
    code: "chat.unexpected",
    message: "Something in this page stopped the chat.",
    fix: "Reload the page.",
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
