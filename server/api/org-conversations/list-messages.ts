import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { isId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import { parseInput } from "#server/services/define-verb.ts"
import { listRecordedMessages } from "#server/services/recordings/list-messages.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  botParam,
  count,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import { MessagePage } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

const MessagesQuery = z.strictObject({
  after: count.optional().openapi({
    type: "integer",
    description: "The highest sequence number you have; 0 or absent: from the beginning.",
  }),
})

export const readMessagesOperation = {
  method: "get",
  path: "/org/bots/{bot}/conversations/{conversation}/messages",
  operationId: "readMessages",
  summary: "Lists what was said in a conversation, in order, 200 a page",
  tags: ["Conversations of your bots"],
  security: keySecurity,
  "x-permission": permissionOf(listRecordedMessages),
  request: { params: botParam.extend({ conversation: z.string() }), query: MessagesQuery },
  responses: {
    200: jsonAnswer("A page, and whether another follows.", MessagePage),
    ...keyProblems("bot.not_found", "conversation.not_found", "request.refused"),
  },
} satisfies Operation

export function addReadMessages(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, readMessagesOperation, async (c) => {
    const botId = await botOf(c)
    const conversationId = c.req.param("conversation")
    if (!isId("cnv", conversationId)) throw new AppError("conversation.not_found")
    const query = parseInput(MessagesQuery, c.req.query())
    const input = { botId, conversationId, ...query }
    return c.json(await listRecordedMessages(c.var.developer, input), 200)
  })
}
