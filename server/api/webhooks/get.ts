import type { OpenAPIHono } from "@hono/zod-openapi"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"
import { answerWebhook, webhookOperation } from "./receive.ts"

/** Without a body there is nothing to be malformed, too large, or of a wrong type. */
const aboutBodies = ["400", "413", "415"]
const responses = Object.fromEntries(
  Object.entries(webhookOperation.responses).filter(([status]) => !aboutBodies.includes(status)),
)

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
