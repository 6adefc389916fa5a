import { type OpenAPIHono, z } from "@hono/zod-openapi"
import type { Context } from "hono"
import { webhookMethods } from "#basic/keywords/webhook.ts"
import { limits } from "#catalog/limits.ts"
import { readBytes } from "#server/http/read-bytes.ts"
import { readFields } from "#server/services/webhooks/read-request.ts"
import { receiveWebhook } from "#server/services/webhooks/receive.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"

/** What both ways to call a webhook share. */
export const webhookOperation = {
  path: "/bots/{bot}/webhooks/{token}/{endpoint}",
  description:
    "Runs the script of the published bot that says WEBHOOK with this endpoint, and answers with what it returns: JSON, or text. An event id in Idempotency-Key, webhook-id, svix-id, x-github-delivery, x-gitlab-event-uuid, x-shopify-webhook-id, x-event-id or x-webhook-id counts once. Where the bot asks for it, the request is signed: Botwright-Signature: t=<seconds>,v1=<HMAC-SHA256 in hex of `<seconds>.<body>`>, at most five minutes old.",
  tags: ["Webhooks"],
  "x-permission": "webhooks.call" as const,
  request: {
    params: z.object({
      bot: z.string().openapi({ example: "demo" }),
      token: z.string().openapi({ description: "The key of the bot's webhook addresses." }),
      endpoint: z.string().openapi({ example: "order" }),
    }),
  },
  responses: {
    200: jsonAnswer("What the script gave back; its status may be another one.", z.unknown()),
    202: jsonAnswer("It runs on, or waits.", z.object({ status: z.literal("accepted") })),
    ...problemAnswers(
      "bot.not_found",
      "bot.not_published",
      "bot.origin_refused",
      "webhook.not_found",
      "webhook.signature_refused",
      "request.method_refused",
      "webhook.failed",
      "event.too_deep",
      "request.key_reused",
      "request.malformed",
      "request.too_large",
      "request.type_refused",
    ),
  },
}

export const callWebhookOperation = {
  ...webhookOperation,
  method: "post",
  // Where the script says so: WEBHOOK ... METHOD "PUT". The verb refuses what no script named.
  "x-more-methods": ["PUT", "PATCH", "DELETE"],
  operationId: "callWebhook",
  summary: "Calls a webhook of a bot",
} satisfies Operation

export function addReceiveWebhook(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, callWebhookOperation, answerWebhook)
}

/** Answers a call of a webhook, with or without a body. */
export async function answerWebhook(c: Context<ApiEnv>): Promise<Response> {
  const body = await readBytes(c.env.incoming, limits.webhookBodyBytes)
  const answer = await receiveWebhook(c.var.visitor, {
    token: c.req.param("token") ?? "",
    endpoint: c.req.param("endpoint") ?? "",
    method: webhookMethods.find((method) => method === c.req.method) ?? "POST",
    params: readFields(new URL(c.req.url).searchParams),
    headers: [...c.req.raw.headers],
    body: new Uint8Array(body),
    contentType: (c.req.header("content-type") ?? "").slice(0, 200),
  })
  // What a bot answers is shown by programs: a browser must not take it for a page of ours.
  const headers = new Headers(answer.headers.map(([name, value]) => [name, value]))
  headers.set("content-type", answer.contentType)
  headers.set("content-security-policy", "sandbox; default-src 'none'")
  headers.set("x-content-type-options", "nosniff")
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store")
  const isEmpty = answer.status === 204 || answer.status === 205
  return new Response(isEmpty ? null : answer.body, { status: answer.status, headers })
}
