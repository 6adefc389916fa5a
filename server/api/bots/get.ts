import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { getPublicBot } from "#server/services/bots/get-public.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"
import { PublicBot } from "../schemas.ts"

export const getBotOperation = {
  method: "get",
  path: "/bots/{bot}",
  operationId: "getBot",
  summary: "What anyone may know of a published bot",
  tags: ["Bots"],
  "x-permission": "conversations.start",
  request: { params: z.object({ bot: z.string().openapi({ example: "demo" }) }) },
  responses: {
    200: jsonAnswer("The bot.", PublicBot),
    ...problemAnswers("bot.not_found", "bot.not_published", "bot.origin_refused"),
  },
} satisfies Operation

export function addGetBot(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, getBotOperation, async (c) => {
    c.header("Cache-Control", "public, max-age=5")
    return c.json(await getPublicBot(c.var.visitor, {}), 200)
  })
}
