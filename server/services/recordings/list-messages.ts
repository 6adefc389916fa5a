import { limits } from "#catalog/limits.ts"
import type { ChatMessage } from "#catalog/messages.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { type MessageRow, messageColumns, toMessage } from "../conversations/list-messages.ts"
import { defineVerb } from "../define-verb.ts"
import { RecordingMessagesInput } from "./schema.ts"

/**
 * What was said in a conversation of a bot after a sequence number, a page at a time.
 *
 * Throws: AppError "bot.not_found", "conversation.not_found".
 */
export const listRecordedMessages = defineVerb({
  name: "recordings.messages",
  permission: "recordings.read",
  input: RecordingMessagesInput,
  audit: null,
  run: (
    { orgId, container }: ServiceContext,
    { botId, conversationId, after },
  ): Promise<{ items: ChatMessage[]; isMore: boolean }> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const found = await tx.rows(
        "select 1 as found from conversations where org_id = $1 and bot_id = $2 and id = $3",
        [orgId, botId, conversationId],
      )
      if (found.length === 0) throw new AppError("conversation.not_found")
      const size = limits.messagesPerPage
      const rows = await tx.rows<MessageRow>(
        `select ${messageColumns} from messages
         where org_id = $1 and conversation_id = $2 and seq > $3 order by seq limit ${size + 1}`,
        [orgId, conversationId, after],
      )
      return { items: rows.slice(0, size).map(toMessage), isMore: rows.length > size }
    }),
})
