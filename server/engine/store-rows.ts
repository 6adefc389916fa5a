import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { Waiting } from "#catalog/messages.ts"
import type { EventPayload, InboundKind, RunReply } from "./event.ts"
import type { VersionMove } from "./follow-publications.ts"

/** A conversation as a turn finds it. */
export interface ConversationRow {
  readonly orgId: OrgId
  readonly id: string
  readonly botId: string
  readonly botVersionId: string
  readonly contactId: string | null
  readonly channel: string
  readonly language: string | null
  readonly version: number
  readonly epoch: number
  /** The event whose turn holds the claim. */
  readonly running: string | null
  /** `writeState`; null before the first commit. */
  readonly state: string | null
  readonly waiting: Waiting | null
  readonly runId: string | null
  /** It is not in the database yet: the first write makes it. */
  readonly isNew: boolean
  readonly tokenHash: string | null
  /** The bot is silent: a person is wanted, or has the conversation. */
  readonly isHeld: boolean
}

/** The columns of an event that SQL needs when it stores one. */
export interface EventColumns {
  readonly event_id: string
  readonly source: string
  readonly key: string
  readonly body_hash: string
  readonly kind: InboundKind
  readonly payload: EventPayload
  readonly is_stored: boolean
}

/** The columns by which SQL finds, or makes, the conversation. */
export interface ConversationColumns {
  readonly org_id: OrgId
  readonly id: string
  readonly bot_id: string
  readonly version_id: string
  readonly is_new: boolean
  readonly contact_id: string | null
  readonly channel: string
  readonly token_hash: string | null
  readonly language: string | null
  readonly version: number
  /** The claim's epoch; null while the turn holds no claim. */
  readonly epoch: number | null
  readonly has_outbox: boolean
  /** What the turn was told of `ConversationRow.isHeld`. */
  readonly is_held: boolean
}

export interface MessageColumns {
  readonly id: string
  readonly sender: "bot" | "contact"
  readonly kind: string
  readonly text: string
  readonly choices: Json | null
  readonly attachment: Json | null
  /** `ChatMessage.sources`; left out where there are none. */
  readonly sources?: Json
  readonly step_id: string | null
  readonly at: string
}

export interface CommitRow
  extends ConversationColumns,
    EventColumns,
    RunColumns,
    TimerColumns,
    AwaitColumns {
  readonly event_state: "done" | "stale"
  readonly outcome: EventOutcome
  readonly state: string
  readonly waiting: Waiting | null
  readonly messages: readonly MessageColumns[]
  readonly drop_timers: readonly string[]
}
/** The conversation's run, and what becomes of it in this turn; null in `run_is_new` where nothing does. */
export interface RunColumns {
  readonly run_id: string | null
  readonly run_is_new: boolean | null
  readonly run_status: RunStatus | null
  readonly run_fault: Json
  /** The run a new one lies on, or was started by. */
  readonly parent_run_id: string | null
}
export const runStatuses = ["waiting", "done", "faulted"] as const
export type RunStatus = (typeof runStatuses)[number]

/** A deadline that begins in this turn; null in `timer_id` where none does. */
export interface TimerColumns {
  readonly timer_id: string | null
  readonly timer_kind: string | null
  readonly timer_wait_id: string | null
  readonly timer_due: string | null
}

/** Waits for events that begin or end in this turn, so that whoever publishes one finds them. */
export interface AwaitColumns {
  readonly awaits: readonly {
    readonly wait_id: string
    readonly bot_id: string
    readonly event: string
  }[]
  readonly drop_awaits: readonly string[]
}

export interface WriteRow extends ConversationColumns, EventColumns {
  readonly messages: readonly MessageColumns[]
  readonly journal: JournalColumns
  readonly lease_ms: number
}
export interface JournalColumns {
  readonly id: string
  readonly effect_number: number
  readonly step_id: string | null
  readonly name: string
  readonly kind: "data" | "outside"
  readonly args_hash: string
  readonly recorded: Recorded | null
}

/** What a turn takes from the world when it begins; everything else derives from it. */
export interface Recorded {
  readonly nowMs: number
  /** 32 hexadecimal digits. */
  readonly seed: string
  /** The version a run that begins in this turn begins with. */
  readonly versionId: string
  /** IANA name of the bot's clock; UTC when left out. */
  readonly zone?: string
  /** The bot's language, for a conversation that has none. */
  readonly language?: string
  /** Variables from the bot's settings, for a run that begins in this turn. */
  readonly params?: Readonly<Record<string, Json>>
  /** What was taken from memory that may be gone by the time of a rerun, in the order it was asked for. */
  readonly recalled?: readonly Json[]
  /** The bot a run that begins in this turn belongs to, where it is not the conversation's own. */
  readonly botId?: string
  /** The turn began while the bot was silent. */
  readonly isHeld?: true
  /** Publications that the run of this conversation follows, the oldest first. */
  readonly moves?: readonly VersionMove[]
}

/** What is kept of a turn that ended: the answer to a repeat, and what is needed to run it again. */
export interface EventOutcome {
  /** The version the conversation had after this turn: the order of its turns. */
  readonly version: number
  /** The clock when the run began to wait, else when the turn ended. Units: ms since 1970 UTC. */
  readonly endedMs: number
  readonly waiting: Waiting | null
  readonly recorded: Recorded | null
  readonly trace: Json
  /** What the run gave back to whoever started it. */
  readonly reply?: RunReply
  /** What questions were answered with, and what a program that ended left in its variables. */
  readonly answers?: Readonly<Record<string, Json>>
  readonly left?: Readonly<Record<string, Json>>
}

/** A journal row as a rerun reads it. */
export interface JournalRow {
  readonly effect_number: number
  readonly step_id: string | null
  readonly name: string
  readonly kind: "data" | "outside"
  readonly args_hash: string
  readonly recorded: Recorded | null
  readonly result: Json
  readonly state: JournalState
}
export const journalStates = ["intent", "done"] as const
export type JournalState = (typeof journalStates)[number]

/** An event row as SQL gives it back. */
export interface EventRow {
  readonly org_id: OrgId
  readonly id: string
  readonly bot_id: string
  readonly conversation_id: string | null
  readonly source: string
  readonly key: string
  readonly body_hash: string
  readonly kind: InboundKind
  readonly payload: EventPayload
  readonly state: EventState
  readonly outcome: EventOutcome | null
}
export const eventStates = ["pending", "running", "done", "stale"] as const
export type EventState = (typeof eventStates)[number]

export type CommitAnswer =
  | { readonly answer: "committed"; readonly firstSeq: number; readonly pending: string[] | null }
  | { readonly answer: "duplicate" | "exists" | "stale" | "busy" | "missing" }
  /** This row could not be stored at all; others of its batch are not concerned. */
  | { readonly answer: "failed"; readonly error: unknown }

export type WriteAnswer =
  | { readonly answer: "ok"; readonly epoch: number; readonly firstSeq: number }
  | { readonly answer: "busy"; readonly event: string; readonly isLapsed: boolean }
  | { readonly answer: "duplicate" | "exists" | "stale" | "missing" | "lost" }

export type TakeOverAnswer =
  | { readonly answer: "missing" }
  | { readonly answer: "done" }
  | { readonly answer: "pending"; readonly attempts: number; readonly event: EventRow }
  | { readonly answer: "behind"; readonly event: string; readonly isLapsed: boolean }
  | { readonly answer: "busy"; readonly untilMs: number }
  | {
      readonly answer: "taken"
      readonly attempts: number
      readonly event: EventRow
      readonly epoch: number
      readonly said: number
      readonly journal: readonly JournalRow[]
    }
