import type { OpenAPIHono } from "@hono/zod-openapi"
import { getDocument } from "#server/services/knowledge/get-document.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  documentOf,
  documentParam,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import { Document } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"

export const getDocumentOperation = {
  method: "get",
  path: "/org/bots/{bot}/documents/{document}",
  operationId: "getDocument",
  summary: "Says how far the reading of a document is, and what went wrong",
  tags: ["Knowledge"],
  security: keySecurity,
  "x-permission": permissionOf(getDocument),
  request: { params: documentParam },
  responses: {
    200: jsonAnswer("The document.", Document),
    ...keyProblems("bot.not_found", "knowledge.document_not_found"),
  },
} satisfies Operation

export function addGetDocument(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, getDocumentOperation, async (c) => {
    const input = { botId: await botOf(c), documentId: documentOf(c) }
    return c.json(await getDocument(c.var.developer, input), 200)
  })
}
