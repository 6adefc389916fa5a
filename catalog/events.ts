/**
 * Names and shapes of what travels between a running conversation and whoever watches it.
 * Types only: the widget takes them without a byte of code.
 */
import type { ChatMessage, Waiting } from "./messages.ts"

/** What a client says on `/ws/chat`. The first frame is `hello`; there is one conversation per socket. */
export type ClientFrame =
  /** `after`: the highest `seq` the client has; everything later is sent again. */
  | { readonly t: "hello"; readonly token: string; readonly after?: number }
  /** `key` is made by the client, once for each thing said: the same key again says nothing twice. */
  | { readonly t: "send"; readonly key: string; readonly text: string }
  | { readonly t: "send"; readonly key: string; readonly choice: string; readonly waitId?: string }
  | { readonly t: "ping" }

/** What the server says on `/ws/chat`. */
export type ServerFrame =
  /** The answer to `hello`; messages after `after` follow, then `waiting`. */
  | { readonly t: "ready"; readonly conversation: string; readonly after: number }
  | { readonly t: "message"; readonly message: ChatMessage }
  /** A part of a message that is still being written; a higher epoch begins the draft anew. */
  | { readonly t: "delta"; readonly id: string; readonly epoch: number; readonly text: string }
  | { readonly t: "waiting"; readonly waiting: Waiting | null }
  /** The `send` with this key was taken and its turn is stored. */
  | { readonly t: "accepted"; readonly key: string }
  /** `key` when the error answers a `send`; without it the socket is about to close. */
  | {
      readonly t: "error"
      readonly code: string
      readonly title: string
      readonly detail: string
      readonly fix: string
      readonly retryAfterSeconds?: number
      readonly key?: string
    }
  | { readonly t: "pong" }

/** The topic of the pubsub port on which a commit announces new messages. */
export function conversationTopic(conversationId: string): string {
  return `conversation:${conversationId}`
}
/** What stands on that topic: messages up to `seq` can be read now. */
export interface ConversationAnnouncement {
  readonly seq: number
}

/** The topic on which changes of an organization's inbox are announced: a hint to look again, with nothing in it. */
export function inboxTopic(orgId: string): string {
  return `inbox:${orgId}`
}

/** The topic on which the end of a login session is announced, so that its open sockets close. */
export const sessionsTopic = "login-sessions"

/** Why a socket was closed; the codes of RFC 6455 and our own from 4000. */
export const closeCodes = {
  stopping: 1001,
  tooLarge: 1009,
  refused: 4001,
  tooSlow: 4002,
  silent: 4003,
  tooMany: 4004,
  malformed: 4005,
} as const

/** What the audit log records: `noun.past_verb`. */
export const auditActions = [
  "account.created",
  "account.password_changed",
  "account.password_reset",
  "account.session_revoked",
  "org.created",
  "org.renamed",
  "org.transferred",
  "org.deleted",
  "member.invited",
  "member.invite_revoked",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "member.left",
  "api_key.created",
  "api_key.renamed",
  "api_key.revoked",
  "model.account_saved",
  "model.account_deleted",
  "model.account_tested",
  "model.accounts_ordered",
  "model.budget_set",
  "evaluation.set_created",
  "evaluation.set_saved",
  "evaluation.set_deleted",
  "evaluation.run_started",
  "evaluation.run_stopped",
  "evaluation.run_deleted",
  "prompt.created",
  "prompt.changed",
  "prompt.version_saved",
  "prompt.went_live",
  "prompt.deleted",
  "prompt.split_started",
  "prompt.split_ended",
  "tool_service.imported",
  "tool_service.deleted",
  "bot.created",
  "bot.renamed",
  "bot.origins_changed",
  "bot.settings_changed",
  "bot.webhooks_renewed",
  "schedule.run",
  "schedule.paused",
  "bot.published",
  "bot.deleted",
  "bot.restored",
  "bin.purged",
  "version.saved",
  "version.renamed",
  "version.deleted",
  "version.went_live",
  "staging.renewed",
  "staging.closed",
  "preview.created",
  "preview.revoked",
  "draft.saved",
  "comment.deleted",
  "approval.decided",
  "conversation.taken",
  "conversation.resolved",
  "file.uploaded",
  "file.renamed",
  "file.deleted",
  "knowledge.base_created",
  "knowledge.base_deleted",
  "knowledge.document_added",
  "knowledge.document_deleted",
  "knowledge.document_retried",
  "knowledge.model_changed",
  "knowledge.site_added",
  "knowledge.site_deleted",
  "knowledge.reembedded",
  "intent.saved",
  "intent.deleted",
  "entity.saved",
  "entity.deleted",
  "utterances.saved",
  "misunderstood.settled",
  "understanding.imported",
  "table.row_saved",
  "table.row_deleted",
  "table.exported",
  "results.exported",
  "tests.saved",
  "script.created",
  "script.renamed",
  "script.deleted",
  "script.restored",
] as const
export type AuditAction = (typeof auditActions)[number]
