import { hash } from "node:crypto"
import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { ChatMessage, FileKind, MessageFile, Waiting } from "#catalog/messages.ts"

/** Something that happened to a conversation and makes a turn. */
export interface InboundEvent {
  readonly orgId: OrgId
  readonly botId: string
  /** Who may repeat it: a channel connection, an API key, a public bot, "timer". */
  readonly source: string
  /** Names it within its source; the same key again is the same event. Null when it cannot be repeated. */
  readonly key: string | null
  /** Tells a repeat from another body under the same key; made from the event when absent. */
  readonly bodyHash?: string
  /** Null starts a conversation, or finds the contact's open one. */
  readonly conversationId: string | null
  readonly contactId?: string
  /** Hash of the bearer token a new conversation is opened with. */
  readonly tokenHash?: string
  readonly kind: InboundKind
  readonly text?: string
  readonly choice?: string
  /** What was uploaded, for kind "file". */
  readonly file?: UploadedFile
  /** The wait a button or a timer belongs to. */
  readonly waitId?: string
  /** The timer that fires, for kind "timer". */
  readonly timerId?: string
  readonly language?: string
  /** How long the caller waits for the end of the turn. Units: ms. */
  readonly waitMs?: number
}
export type InboundKind =
  | "start"
  | "message"
  | "choice"
  | "file"
  | "timer"
  /** A person is done with the conversation: `choice` is "here" or "end". */
  | "hand_back"
  /** Another conversation of the bot says `text` here. */
  | "post"

/** A file a person sent: its value in the program, and how the conversation shows it. */
export interface UploadedFile {
  readonly value: Json
  readonly kind: FileKind
  readonly shown: MessageFile
}

/** What a turn said and what the conversation waits for now. */
export interface TurnResult {
  readonly conversationId: string
  /** What the bot said in this turn; the person's own message is read by its sequence number. */
  readonly messages: ChatMessage[]
  readonly waiting: Waiting | null
  /** "running": the turn goes on; `messages` holds what was said so far. */
  readonly status: "done" | "running"
}

/** What is kept of an event besides its columns. */
export interface EventPayload {
  readonly text?: string
  readonly choice?: string
  readonly file?: UploadedFile
  readonly waitId?: string
  readonly timerId?: string
  readonly language?: string
  readonly contactId?: string
  readonly tokenHash?: string
}

/** An event with its id: the form it has inside the engine. */
export interface AcceptedEvent {
  readonly id: string
  readonly orgId: OrgId
  readonly botId: string
  readonly source: string
  readonly key: string
  readonly bodyHash: string
  readonly conversationId: string
  readonly kind: InboundKind
  readonly payload: EventPayload
  /** The row is in the database already, as "pending" or "running". */
  isStored: boolean
}

/** The hash that tells two bodies under one key apart. */
export function hashBody(event: InboundEvent): string {
  const { botId, conversationId, contactId, kind, text, choice, waitId } = event
  return hash(
    "sha256",
    JSON.stringify([botId, conversationId, contactId, kind, text, choice, waitId]),
    "hex",
  )
}

export function readPayload(event: InboundEvent): EventPayload {
  const { text, choice, file, waitId, timerId, language, contactId, tokenHash } = event
  return {
    ...(text !== undefined && { text }),
    ...(choice !== undefined && { choice }),
    ...(file !== undefined && { file }),
    ...(waitId !== undefined && { waitId }),
    ...(timerId !== undefined && { timerId }),
    ...(language !== undefined && { language }),
    ...(contactId !== undefined && { contactId }),
    ...(tokenHash !== undefined && { tokenHash }),
  }
}
