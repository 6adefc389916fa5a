import type { OpenAPIHono } from "@hono/zod-openapi"
import { deleteDocument } from "#server/services/knowledge/delete-document.ts"
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
import type { Operation } from "../operation.ts"

export const deleteDocumentOperation = {
  method: "delete",
  path: "/org/bots/{bot}/documents/{document}",
  operationId: "deleteDocument",
  summary: "Deletes a document: nothing of it is found from now on",
  tags: ["Knowledge"],
  security: keySecurity,
  "x-permission": permissionOf(deleteDocument),
  request: { params: documentParam },
  responses: {
    204: { description: "It is gone." },
    ...keyProblems("bot.not_found", "knowledge.document_not_found"),
  },
} satisfies Operation

export function addDeleteDocument(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, deleteDocumentOperation, async (c) => {
    const input = { botId: await botOf(c), documentId: documentOf(c) }
    await deleteDocument(c.var.developer, input)
    return c.body(null, 204)
  })
}
