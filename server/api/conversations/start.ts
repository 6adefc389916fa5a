import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { ContactInput, StartInput } from "#server/services/conversations/schema.ts"
import { startConversation } from "#server/services/conversations/start.ts"
import { parseInput } from "#server/services/define-verb.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader, readIdempotencyKey } from "../idempotency-key.ts"
import { addOperation, type Operation } from "../operation.ts"
import { readJsonBody } from "../read-body.ts"
import { StartedConversation } from "../schemas.ts"

const StartBody = z
  .strictObject({
    text: StartInput.shape.text.openapi({
      description:
        "The contact's first words. They answer the first question if the bot asks it before it says anything.",
    }),
    contact: ContactInput.optional(),
  })
  .openapi("StartConversation")

export const startOperation = {
  method: "post",
  path: "/bots/{bot}/conversations",
  operationId: "startConversation",
  summary: "Starts a conversation with a public bot",
  description:
    "Needs no key: the limits and the allowed origins of the bot apply. Answers at the bot's first wait, or with 202 after 25 seconds.",
  tags: ["Conversations"],
  "x-permission": "conversations.start",
  request: {
    params: z.object({ bot: z.string().openapi({ example: "demo" }) }),
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
} satisfies Operation

export function addStart(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, startOperation, async (c) => {
    const body = parseInput(StartBody, await readJsonBody(c))
    const wishes = c.req.header("accept-language")
    const acceptLanguage = wishes === undefined ? {} : { acceptLanguage: wishes }
    const input = { ...body, ...readIdempotencyKey(c), ...acceptLanguage }
    const { answer, isRunning } = await startConversation(c.var.visitor, input)
    return c.json(answer, isRunning ? 202 : 201)
  })
}
