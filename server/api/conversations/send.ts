import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { Said, SaidChoice, SaidText } from "#server/services/conversations/schema.ts"
import { sendToConversation } from "#server/services/conversations/send.ts"
import { parseInput } from "#server/services/define-verb.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader, readIdempotencyKey } from "../idempotency-key.ts"
import { addOperation, type Operation } from "../operation.ts"
import { readJsonBody } from "../read-body.ts"
import { Turn } from "../schemas.ts"

const SendBody = z.union([SaidText, SaidChoice]).openapi("Say")

export const sendOperation = {
  method: "post",
  path: "/conversations/{id}/messages",
  operationId: "sendMessage",
  summary: "Says something in a conversation, or picks a choice",
  description: "Answers with what the bot says until its next wait, or with 202 after 25 seconds.",
  tags: ["Conversations"],
  security: [{ conversationToken: [] }],
  "x-permission": "conversations.send",
  request: {
    params: z.object({ id: z.string() }),
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
} satisfies Operation

export function addSend(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, sendOperation, async (c) => {
    const said = parseInput(Said, await readJsonBody(c))
    const input = { ...said, ...readIdempotencyKey(c) }
    const { answer, isRunning } = await sendToConversation(c.var.conversation, input)
    return c.json(answer, isRunning ? 202 : 200)
  })
}
