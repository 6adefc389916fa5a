import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { listMessages } from "#server/services/conversations/list-messages.ts"
import { parseInput } from "#server/services/define-verb.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"
import { Turn } from "../schemas.ts"

const count = z
  .string()
  .regex(/^\d{1,9}$/, { error: "must be a whole number" })
  .transform(Number)

const ListQuery = z.strictObject({
  after: count.optional().openapi({
    type: "integer",
    description: "The highest sequence number you have; 0 or absent: from the beginning.",
  }),
  limit: count.optional().openapi({ type: "integer", description: "At most 200." }),
})

export const listMessagesOperation = {
  method: "get",
  path: "/conversations/{id}/messages",
  operationId: "listMessages",
  summary: "Lists what was said after a sequence number, by everyone",
  tags: ["Conversations"],
  security: [{ conversationToken: [] }],
  "x-permission": "conversations.read",
  request: { params: z.object({ id: z.string() }), query: ListQuery },
  responses: {
    200: jsonAnswer("The messages in order, and what is waited for now.", Turn),
    ...problemAnswers(
      "conversation.token_missing",
      "conversation.token_refused",
      "conversation.not_found",
      "bot.origin_refused",
      "request.refused",
    ),
  },
} satisfies Operation

export function addListMessages(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, listMessagesOperation, async (c) => {
    const query = parseInput(ListQuery, c.req.query())
    c.header("Cache-Control", "private, no-store")
    return c.json(await listMessages(c.var.conversation, query), 200)
  })
}
