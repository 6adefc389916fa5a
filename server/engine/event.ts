import { hash } from "node:crypto"
import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { ChatMessage, FileKind, MessageFile, Waiting } from "#catalog/messages.ts"
import type { ReplyTo } from "#server/records/delegation/reply-to.ts"

/** Something that happened to a conversation and makes a turn. */
export interface InboundEvent extends RunStart {
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
  | AutomationKind
/** What makes a bot act by itself: a run of its own, on top of whatever its conversation waits for. */
export type AutomationKind = "schedule" | "webhook" | "event"

/** Where a run that an automation starts begins, and with what. */
export interface RunStart {
  /** Name of the script; the entry when left out. */
  readonly script?: string
  /** A function of the script, such as "on:0"; the whole script when left out. */
  readonly entry?: string
  /** The version it is of; the published one when left out. */
  readonly versionId?: string
  /** Variables that are set before the first line. */
  readonly inputs?: Readonly<Record<string, Json>>
  /** It runs as a tool: what it says is its value when it RETURNs nothing. */
  readonly isTool?: boolean
  /** How many runs that started each other stand behind this one. */
  readonly depth?: number
}

/** What the product tells itself, not a person or a program from outside. */
export const isOurs = (kind: InboundKind): boolean =>
  isAutomation(kind) || ["timer", "post", "hand_back"].includes(kind)

export function isAutomation(kind: InboundKind): kind is AutomationKind {
  return kind === "schedule" || kind === "webhook" || kind === "event"
}

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
  /** What the run gave back, where it ended in this turn. */
  readonly reply?: RunReply
}

/** What a run that has ended gives back to whoever started it. */
export interface RunReply {
  /** Of RETURN. */
  readonly value: Json
  /** What it left in `result` and `result_*`, for a webhook; names in lower case. */
  readonly results?: Readonly<Record<string, Json>>
  /** SET RESPONSE STATUS. */
  readonly status?: number
  /** SET RESPONSE HEADER; names in lower case. */
  readonly headers?: readonly (readonly [string, string])[]
}

/** What is kept of an event besides its columns. */
export interface EventPayload extends RunStart {
  /** Another conversation waits for what this run says. Stored by our own records alone. */
  readonly replyTo?: ReplyTo
  /** The run that asked, started or handed over. Stored by our own records alone. */
  readonly parentRunId?: string
  /** The conversation was handed over to the bot of this event. Stored by our own records alone. */
  readonly isHandover?: true
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
  /** Its turn broke off too often: it is not run again, and ends with a fault that says so. */
  readonly isGivenUp?: boolean
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
  const { script, entry, versionId, inputs, isTool, depth } = event
  return {
    ...(script !== undefined && { script }),
    ...(entry !== undefined && { entry }),
    ...(versionId !== undefined && { versionId }),
    ...(inputs !== undefined && { inputs }),
    ...(isTool !== undefined && { isTool }),
    ...(depth !== undefined && { depth }),
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
