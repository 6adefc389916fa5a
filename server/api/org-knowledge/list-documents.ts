import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { listDocuments } from "#server/services/knowledge/list-documents.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  baseOf,
  baseParam,
  botOf,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import { Document } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

export const listDocumentsOperation = {
  method: "get",
  path: "/org/bots/{bot}/knowledge/{base}/documents",
  operationId: "listDocuments",
  summary: "Lists the documents of a knowledge base with how far each was read, the newest first",
  tags: ["Knowledge"],
  security: keySecurity,
  "x-permission": permissionOf(listDocuments),
  request: { params: baseParam },
  responses: {
    200: jsonAnswer(
      "The documents; a knowledge base has at most 5,000.",
      z.object({ items: z.array(Document) }),
    ),
    ...keyProblems("bot.not_found", "knowledge.base_not_found"),
  },
} satisfies Operation

export function addListDocuments(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, listDocumentsOperation, async (c) => {
    const input = { botId: await botOf(c), baseId: baseOf(c) }
    const { documents } = await listDocuments(c.var.developer, input)
    return c.json({ items: documents }, 200)
  })
}
