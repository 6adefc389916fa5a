/** Rows as the statements of the store give them, and what is made of them. */
import type { Bundle } from "#basic/ir/bundle.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { ChatMessage, Choice, MessageFile, MessageSource, Waiting } from "#catalog/messages.ts"
import type { CommitRow, ConversationRow } from "./store-rows.ts"

/** A conversation as `engine_load` gives it. */
export interface StoredConversation {
  readonly org_id: OrgId
  readonly id: string
  readonly bot_id: string
  readonly bot_version_id: string
  readonly contact_id: string | null
  readonly channel: string
  readonly language: string | null
  readonly version: number | string
  readonly epoch: number
  readonly running: string | null
  readonly state: string | null
  readonly waiting: Waiting | null
  readonly run_id: string | null
  readonly is_held: boolean
}
export interface MessageRow {
  readonly id: string
  readonly seq: number
  readonly sender: ChatMessage["from"]
  readonly kind: ChatMessage["kind"]
  readonly text: string
  readonly choices: Choice[] | null
  readonly attachment: MessageFile | null
  readonly sources: MessageSource[] | null
  readonly at: Date | string
}
export interface BundleRow {
  readonly program: Omit<Bundle, "debug">
  readonly debug: Bundle["debug"]
  readonly bundle_hash: string
  readonly number: number
}
export interface TimerRow {
  readonly id: string
  readonly bot_id: string
  readonly conversation_id: string
  readonly wait_id: string | null
  readonly due: Date | string
}

/** Roughly the characters of a row's JSON. */
export function weigh({ state, messages, outcome }: CommitRow): number {
  const said = messages.reduce((sum, message) => sum + message.text.length + 300, 0)
  const log = typeof outcome.trace === "object" ? 2_000 : 0
  return 1_000 + state.length + said + log
}

export function toConversation(row: StoredConversation): ConversationRow {
  return {
    orgId: row.org_id,
    id: row.id,
    botId: row.bot_id,
    botVersionId: row.bot_version_id,
    contactId: row.contact_id,
    channel: row.channel,
    language: row.language,
    version: Number(row.version),
    epoch: row.epoch,
    running: row.running,
    state: row.state,
    waiting: row.waiting,
    runId: row.run_id,
    isNew: false,
    tokenHash: null,
    isHeld: row.is_held,
  }
}

export function toChatMessage(row: MessageRow): ChatMessage {
  const { id, seq, sender, kind, text, choices, attachment, sources, at } = row
  return {
    ...{ id, seq, from: sender, kind, text, at: new Date(at).toISOString() },
    ...(choices !== null && { choices }),
    ...(attachment !== null && { file: attachment }),
    ...(sources !== null && { sources }),
  }
}
