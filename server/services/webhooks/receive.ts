import { createHash, timingSafeEqual } from "node:crypto"
import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { endpointKind } from "#server/records/events/apply-declarations.ts"
import { hashToken } from "../accounts/link-token.ts"
import type { VisitorContext } from "../bots/prove-public.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { checkSignature } from "./check-signature.ts"
import { type ReadRequest, readEventKey, readRequest } from "./read-request.ts"
import { ReceiveInput } from "./schema.ts"
import { toWebhookAnswer, type WebhookAnswer } from "./webhook-answer.ts"
import { findWebhookKey } from "./webhook-key.ts"

interface Endpoint {
  readonly script: string
  /** The body of ON WEBHOOK; null for the whole script. */
  readonly entry: string | null
  readonly versionId: string
  /** The only one it takes; null for GET and POST. */
  readonly method: string | null
}

/**
 * Runs the script behind a webhook and answers with what it gives back, or with 202 when it takes longer
 * than a caller may wait or waits for something. The same event id runs once.
 *
 * Throws: AppError "webhook.not_found", "webhook.signature_refused", "request.method_refused",
 * "request.too_many", "event.too_deep", "request.key_reused", "request.malformed", "request.type_refused",
 * "webhook.failed".
 */
export const receiveWebhook = defineVerb({
  name: "webhooks.receive",
  permission: "webhooks.call",
  input: ReceiveInput,
  audit: null,
  run: async (context: VisitorContext, input): Promise<WebhookAnswer> => {
    const { container, bot, orgId } = context
    await spend(container, "webhookPerBot", bot.id)
    const endpoint = await proveEndpoint(context, input)
    const request = readRequest(input)
    const depth = readDepth(input.headers)
    const result = await container.engine.accept({
      ...{ orgId, botId: bot.id, kind: "webhook", conversationId: null },
      source: `webhook:${bot.id}`,
      key: readEventKey(input),
      bodyHash: hashRequest(input),
      script: endpoint.script,
      ...(endpoint.entry !== null && { entry: endpoint.entry }),
      versionId: endpoint.versionId,
      inputs: inputsOf(request),
      depth,
      waitMs: container.env.turnWaitMs,
    })
    return toWebhookAnswer(result)
  },
})

/** Finds the endpoint an address names, in the same words whatever part of it is wrong. */
async function proveEndpoint(
  { container, bot, orgId }: VisitorContext,
  { token, endpoint, method, headers, body }: ReceiveInput,
): Promise<Endpoint> {
  const [key, found] = await container.db.withOrg(orgId, async (tx) => {
    const [row] = await tx.rows<Endpoint>(
      `select script, entry, version_id as "versionId", filters->>'method' as method from event_handlers
       where org_id = $1 and bot_id = $2 and kind = $3 and subject = $4
       order by (filters->>'method' = $5) desc nulls last, number limit 1`,
      [orgId, bot.id, endpointKind, endpoint, method],
    )
    return [await findWebhookKey(tx, orgId, bot.id), row ?? null] as const
  })
  const isRight = key !== null && isSame(hashToken(token), key.tokenHash)
  if (!isRight || found === null) throw new AppError("webhook.not_found")
  if (found.method === null ? !usualMethods.includes(method) : found.method !== method)
    throw new AppError("request.method_refused", { method, path: `/${endpoint}` })
  if (key.mustSign) {
    const secret = key.secretSealed === null ? null : container.seal.open(key.secretSealed)
    const signature = headers.find(([name]) => name === "botwright-signature")?.[1]
    checkSignature(secret, signature, body, container.clock.now().getTime())
  }
  return found
}

/** What a WEBHOOK that names no method takes. */
const usualMethods = ["GET", "POST"]

export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A bot that calls its own webhook says how deep it is; whoever lies about it only shortens the way. */
export function readDepth(headers: readonly (readonly [string, string])[]): number {
  const text = headers.find(([name]) => name === "botwright-depth")?.[1] ?? "0"
  const depth = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (depth > limits.eventDepth) throw new AppError("event.too_deep", { limit: limits.eventDepth })
  return depth
}

function hashRequest({ method, endpoint, params, body }: ReceiveInput): string {
  const start = JSON.stringify([method, endpoint, params])
  return createHash("sha256").update(start).update(body).digest("hex")
}

function inputsOf({ params, body, headers, method, path }: ReadRequest): Record<string, Json> {
  return { params, body, headers, method, path }
}
