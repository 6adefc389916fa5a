import type { ChatMessage, Choice, MessageFile, MessageSource, Waiting } from "#catalog/messages.ts"
import type { ConversationContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListMessagesInput } from "./schema.ts"
import type { TurnAnswer } from "./turn-answer.ts"

export interface MessageRow extends Omit<ChatMessage, "at" | "choices" | "file" | "sources"> {
  readonly choices: Choice[] | null
  readonly file: MessageFile | null
  readonly sources: MessageSource[] | null
  readonly at: Date
}

/** What is told of a message: `MessageRow`. */
export const messageColumns =
  'id, seq, sender as "from", kind, text, choices, attachment as file, sources, at'

/** What was said after a sequence number, by everyone, and what is waited for now. */
export const listMessages = defineVerb({
  name: "conversations.messages",
  permission: "conversations.read",
  input: ListMessagesInput,
  audit: null,
  run: async (context: ConversationContext, { after, limit }): Promise<TurnAnswer> => {
    const { container, orgId, conversationId } = context
    return container.db.withOrg(orgId, async (tx) => {
      const rows = await tx.rows<MessageRow>(
        `select ${messageColumns} from messages
         where org_id = $1 and conversation_id = $2 and seq > $3 order by seq limit $4`,
        [orgId, conversationId, after, limit],
      )
      const [now] = await tx.rows<{ waiting: Waiting | null; isRunning: boolean; isHeld: boolean }>(
        `select waiting, running is not null as "isRunning", taken_over_at is not null as "isHeld"
         from conversations
         where org_id = $1 and id = $2`,
        [orgId, conversationId],
      )
      const person: Waiting | null = now?.isHeld ? { kind: "human" } : null
      const bot: Waiting | null = now?.isRunning ? { kind: "running" } : (now?.waiting ?? null)
      const waiting = person ?? bot
      return { messages: rows.map(toMessage), waiting }
    })
  },
})

export function toMessage({ choices, file, sources, at, ...row }: MessageRow): ChatMessage {
  return {
    ...row,
    ...(choices !== null && { choices }),
    ...(file !== null && { file }),
    ...(sources !== null && { sources }),
    at: at.toISOString(),
  }
}
