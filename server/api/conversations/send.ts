import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import { SaidChoice, SaidText } from "#server/services/conversations/schema.ts"
import { sendToConversation } from "#server/services/conversations/send.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader } from "../idempotency-header.ts"
import { Turn } from "../schemas.ts"

const SendBody = z.union([SaidText, SaidChoice]).openapi("Say")

export const sendRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/messages",
  operationId: "sendMessage",
  summary: "Says something in a conversation, or picks a choice",
  description: "Answers with what the bot says until its next wait, or with 202 after 25 seconds.",
  tags: ["Conversations"],
  security: [{ conversationToken: [] }],
  "x-permission": "conversations.send",
  request: {
    params: z.object({ id: z.string().max(100) }),
    headers: idempotencyHeader,
    body: { required: true, content: { "application/json": { schema: SendBody } } },
  },
  responses: {
    200: jsonAnswer("What the bot said.", Turn),
    202: jsonAnswer("The turn still runs; this is what was said so far.", Turn),
    ...problemAnswers(
      "conversation.token_missing",
      "conversation.token_refused",
      "conversation.not_found",
      "bot.origin_refused",
      "request.malformed",
      "request.refused",
      "request.key_reused",
      "request.too_large",
      "request.type_refused",
    ),
  },
})

export function addSend(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(sendRoute, async (c) => {
    const context = c.var.conversation
    const key = c.req.valid("header")["idempotency-key"]
    const said = await sendToConversation(context, {
      ...c.req.valid("json"),
      ...(key === undefined ? {} : { key }),
    })
    return c.json(said.answer, said.isRunning ? 202 : 200)
  })
}
