import type { OpenAPIHono } from "@hono/zod-openapi"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"
import { answerWebhook, webhookOperation } from "./receive.ts"

const {
  400: _malformed,
  413: _tooLarge,
  415: _wrongType,
  ...responses
} = webhookOperation.responses

export const getWebhookOperation = {
  ...webhookOperation,
  responses,
  method: "get",
  operationId: "callWebhookByGet",
  summary: "Calls a webhook of a bot without a body",
} satisfies Operation

export function addGetWebhook(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, getWebhookOperation, answerWebhook)
}
