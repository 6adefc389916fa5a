import { hash } from "node:crypto"
import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { addDocument } from "#server/services/knowledge/add-document.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader } from "../idempotency-key.ts"
import {
  addKeyOperation,
  answerOnce,
  baseOf,
  baseParam,
  botOf,
  keyProblems,
  keySecurity,
  onceProblems,
  permissionOf,
  uploadProblems,
} from "../key-operation.ts"
import { AddedDocument } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"
import { readUpload } from "../read-upload.ts"

const DocumentForm = z
  .object({ file: z.string().openapi({ format: "binary", description: "At most 25 MB." }) })
  .openapi("DocumentForm")

export const addDocumentOperation = {
  method: "post",
  path: "/org/bots/{bot}/knowledge/{base}/documents",
  operationId: "addDocument",
  summary: "Adds a document to a knowledge base; it is read soon after",
  description: "`getDocument` says how far that is.",
  tags: ["Knowledge"],
  security: keySecurity,
  "x-permission": permissionOf(addDocument),
  request: {
    params: baseParam,
    headers: idempotencyHeader,
    body: { required: true, content: { "multipart/form-data": { schema: DocumentForm } } },
  },
  responses: {
    201: jsonAnswer("It was taken, and waits to be read.", AddedDocument),
    ...keyProblems(
      "bot.not_found",
      "knowledge.base_not_found",
      "knowledge.type_refused",
      "knowledge.document_known",
      "knowledge.too_many",
      ...uploadProblems,
      ...onceProblems,
    ),
  },
} satisfies Operation

export function addAddDocument(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, addDocumentOperation, async (c) => {
    const place = { botId: await botOf(c), baseId: baseOf(c) }
    const { name, bytes } = await readUpload(c)
    const input = { name, sha256: hash("sha256", bytes, "hex") }
    return answerOnce(c, addDocumentOperation, input, async () => ({
      status: 201,
      answer: await addDocument(c.var.developer, { ...place, name, bytes }),
    }))
  })
}
