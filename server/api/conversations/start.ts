import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import { ContactInput, StartInput } from "#server/services/conversations/schema.ts"
import { startConversation } from "#server/services/conversations/start.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader } from "../idempotency-header.ts"
import { StartedConversation } from "../schemas.ts"

const StartBody = z
  .strictObject({ text: StartInput.shape.text, contact: ContactInput.optional() })
  .openapi("StartConversation")

export const startRoute = createRoute({
  method: "post",
  path: "/bots/{bot}/conversations",
  operationId: "startConversation",
  summary: "Starts a conversation with a public bot",
  description:
    "Needs no key: the limits and the allowed origins of the bot apply. Answers at the bot's first wait, or with 202 after 25 seconds.",
  tags: ["Conversations"],
  "x-permission": "conversations.start",
  request: {
    params: z.object({ bot: z.string().max(100).openapi({ example: "demo" }) }),
    headers: idempotencyHeader,
    body: { content: { "application/json": { schema: StartBody } } },
  },
  responses: {
    201: jsonAnswer("It was started; these are the bot's first words.", StartedConversation),
    202: jsonAnswer("It was started, and the first turn still runs.", StartedConversation),
    ...problemAnswers(
      "bot.not_found",
      "bot.not_published",
      "bot.origin_refused",
      "request.malformed",
      "request.refused",
      "request.key_reused",
      "request.too_large",
      "request.type_refused",
    ),
  },
})

export function addStart(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(startRoute, async (c) => {
    const key = c.req.valid("header")["idempotency-key"]
    const started = await startConversation(c.var.visitor, {
      ...c.req.valid("json"),
      ...(key === undefined ? {} : { key }),
    })
    return c.json(started.answer, started.isRunning ? 202 : 201)
  })
}
