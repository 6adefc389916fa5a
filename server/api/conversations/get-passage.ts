import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { getPassage } from "#server/services/conversations/get-passage.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"
import { Passage } from "../schemas.ts"

export const getPassageOperation = {
  method: "get",
  path: "/conversations/{id}/passages/{passage}",
  operationId: "getPassage",
  summary: "Reads a passage that a message of the conversation names as its source",
  tags: ["Conversations"],
  security: [{ conversationToken: [] }],
  "x-permission": "conversations.read",
  request: { params: z.object({ id: z.string(), passage: z.string() }) },
  responses: {
    200: jsonAnswer("The passage, as it stands in its document now.", Passage),
    ...problemAnswers(
      "conversation.token_missing",
      "conversation.token_refused",
      "conversation.not_found",
      "bot.origin_refused",
      "passage.not_found",
      "request.refused",
    ),
  },
} satisfies Operation

export function addGetPassage(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, getPassageOperation, async (c) => {
    const passageId = c.req.param("passage") ?? ""
    c.header("Cache-Control", "private, no-store")
    return c.json(await getPassage(c.var.conversation, { passageId }), 200)
  })
}
