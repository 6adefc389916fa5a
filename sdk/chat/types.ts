/** The shapes of the chat API, as `GET /api/v1/openapi.json` describes them. */
export interface ChatMessage {
  readonly id: string
  readonly seq: number
  readonly from: "bot" | "contact" | "agent"
  readonly kind: string
  readonly text: string
  readonly choices?: readonly ChatChoice[]
  /** What was sent, for the kinds file, image, audio and video; `text` is its caption. */
  readonly file?: ChatFile
  /** What an answer was made from; the text names them by number: [1]. */
  readonly sources?: readonly ChatSource[]
  /** ISO 8601, UTC. */
  readonly at: string
}
export interface ChatSource {
  /** From 1. */
  readonly number: number
  /** Of the passage, for `ChatClient.readPassage`. */
  readonly id: string
  readonly title: string
  readonly section?: string
  readonly page?: number
  readonly url?: string
}
/** A passage of a document, as it stands there. */
export interface ChatPassage extends Omit<ChatSource, "number"> {
  readonly text: string
}
export interface ChatFile {
  readonly name: string
  /** Below the address of the server. */
  readonly url: string
  /** Units: bytes. */
  readonly size: number
  readonly type: string
  readonly options?: readonly string[]
}
export interface ChatChoice {
  readonly label: string
  readonly value: string
}
export interface ChatWaiting {
  readonly kind: string
  readonly id?: string
  readonly choices?: readonly ChatChoice[]
  readonly acceptsOther?: boolean
  readonly until?: string
}
/** What is known of the person who writes. Everything is optional; flows read it as `GET "user.<name>"`. */
export interface ChatContact {
  readonly id?: string
  readonly name?: string
  readonly email?: string
  readonly attributes?: Readonly<Record<string, string>>
}
export interface TurnAnswer {
  readonly messages: readonly ChatMessage[]
  readonly waiting: ChatWaiting | null
}
export interface StartAnswer extends TurnAnswer {
  readonly conversation: { readonly id: string; readonly token: string }
}
/** What is kept to go on after a reload. */
export interface ChatTicket {
  readonly id: string
  readonly token: string
}
/** Where the ticket is kept; `localStorage` in a browser. */
export interface TicketStore {
  load(): ChatTicket | null
  save(ticket: ChatTicket | null): void
}
export type ChatStatus = "idle" | "connecting" | "online" | "offline"
/** Everything a view needs; a new object at each change. */
export interface ChatState {
  readonly status: ChatStatus
  readonly messages: readonly ChatMessage[]
  /** Sent by the person, not yet confirmed. */
  readonly pending: readonly PendingMessage[]
  /** A model's answer as it grows, by message id. */
  readonly draft: { readonly id: string; readonly text: string } | null
  readonly waiting: ChatWaiting | null
  readonly isTyping: boolean
  /** The file on its way; `part` from 0 to 1. */
  readonly upload: { readonly name: string; readonly part: number } | null
  readonly error: { readonly code: string; readonly message: string; readonly fix: string } | null
}
export interface PendingMessage {
  readonly key: string
  readonly text: string
  readonly input: ChatInput
  readonly hasFailed: boolean
}
export type ChatInput = { readonly text: string } | { readonly choice: string }
