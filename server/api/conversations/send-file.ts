import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { sendFileToConversation } from "#server/services/conversations/send-file.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader, readIdempotencyKey } from "../idempotency-key.ts"
import { addOperation, type Operation } from "../operation.ts"
import { readUpload } from "../read-upload.ts"
import { Turn } from "../schemas.ts"

const FileForm = z
  .object({ file: z.string().openapi({ format: "binary", description: "At most 25 MB." }) })
  .openapi("FileForm")

export const sendFileOperation = {
  method: "post",
  path: "/conversations/{id}/files",
  operationId: "sendFile",
  summary: "Sends a file in a conversation whose bot asks for one",
  description:
    "Taken while `waiting.kind` is file, image, audio, video, document or qrcode. Answers as sending a message does.",
  tags: ["Conversations"],
  security: [{ conversationToken: [] }],
  "x-permission": "conversations.send",
  request: {
    params: z.object({ id: z.string() }),
    headers: idempotencyHeader,
    body: { required: true, content: { "multipart/form-data": { schema: FileForm } } },
  },
  responses: {
    200: jsonAnswer("What the bot said.", Turn),
    202: jsonAnswer("The turn still runs; this is what was said so far.", Turn),
    ...problemAnswers(
      "conversation.token_missing",
      "conversation.token_refused",
      "conversation.not_found",
      "bot.origin_refused",
      "file.not_asked",
      "file.type_refused",
      "file.too_large",
      "file.quota_reached",
      "request.malformed",
      "request.refused",
      "request.key_reused",
      "request.type_refused",
    ),
  },
} satisfies Operation

export function addSendFile(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, sendFileOperation, async (c) => {
    const { name, bytes } = await readUpload(c)
    const input = { name, bytes, ...readIdempotencyKey(c) }
    const { answer, isRunning } = await sendFileToConversation(c.var.conversation, input)
    return c.json(answer, isRunning ? 202 : 200)
  })
}
