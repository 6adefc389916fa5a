import { type OpenAPIHono, z } from "@hono/zod-openapi"
import type { Context } from "hono"
import type { ErrorCode } from "#catalog/errors.ts"
import { isId } from "#catalog/ids.ts"
import type { OpenPermission, Permission } from "#catalog/permissions.ts"
import { AppError } from "#server/errors/app-error.ts"
import { performOnce, type Reply } from "#server/services/api-keys/perform-once.ts"
import { findBotId } from "#server/services/bots/find-id.ts"
import { checkPermission } from "#server/services/define-verb.ts"
import { problemAnswers } from "./answers.ts"
import type { ApiEnv } from "./gates.ts"
import { readIdempotencyKey } from "./idempotency-key.ts"
import { addOperation, type Operation } from "./operation.ts"

/** What a key opens stands below this address, behind one gate. */
export const keyArea = "/org"

export const botParam = z.object({
  bot: z.string().openapi({ description: "The bot's public name.", example: "demo" }),
})

export const flowParam = botParam.extend({
  flow: z.string().openapi({
    description: "The name of the flow, without .bas; a / in it is written %2F.",
    example: "start",
  }),
})
export const baseParam = botParam.extend({
  base: z.string().openapi({ description: "The id of the knowledge base." }),
})
export const documentParam = botParam.extend({
  document: z.string().openapi({ description: "The id of the document." }),
})

/** A whole number in a query. */
export const count = z
  .string()
  .regex(/^\d{1,9}$/, { error: "must be a whole number" })
  .transform(Number)

/** What the description of every operation says that a key opens. */
export const keySecurity = [{ apiKey: [] }]

/** The problems of an operation that a key opens, with those that all of them share. */
export function keyProblems(...codes: readonly ErrorCode[]) {
  const shared = ["key.missing", "key.refused", "key.scope_missing", "permission.denied"] as const
  return problemAnswers(...shared, ...codes)
}

/** Those of an operation that takes JSON. */
export const jsonProblems = [
  "request.malformed",
  "request.refused",
  "request.too_large",
  "request.type_refused",
] as const

/** Those of an operation that takes a file. */
export const uploadProblems = [
  "file.too_large",
  "file.quota_reached",
  "request.malformed",
  "request.refused",
  "request.type_refused",
] as const

/** Those of an operation that can be repeated safely. */
export const onceProblems = ["request.key_reused", "request.in_progress"] as const

/** The permission of a verb that a key may open; one that is open to anyone has no business behind a key. */
export function permissionOf(verb: {
  readonly declaration: { readonly permission: Permission | OpenPermission }
}): Permission {
  const { permission } = verb.declaration
  if (permission === "anyone" || permission === "signed_in")
    throw new Error(`No key opens what is for ${permission}.`)
  return permission
}

/** The permission comes first, then whether what is named is there, then the input. */
export function addKeyOperation(
  app: OpenAPIHono<ApiEnv>,
  operation: Operation,
  handle: (c: Context<ApiEnv>) => Promise<Response>,
): void {
  addOperation(app, operation, (c) => {
    checkPermission(c.var.developer, operation["x-permission"])
    return handle(c)
  })
}

/** The bot that the address names. Throws: AppError "bot.not_found". */
export function botOf(c: Context<ApiEnv>) {
  return findBotId(c.var.developer, c.req.param("bot") ?? "")
}

/** The knowledge base that the address names. Throws: AppError "knowledge.base_not_found". */
export function baseOf(c: Context<ApiEnv>) {
  const base = c.req.param("base") ?? ""
  if (isId("kbs", base)) return base
  throw new AppError("knowledge.base_not_found", { base: base.slice(0, 80) })
}

/** The document that the address names. Throws: AppError "knowledge.document_not_found". */
export function documentOf(c: Context<ApiEnv>) {
  const document = c.req.param("document") ?? ""
  if (isId("doc", document)) return document
  throw new AppError("knowledge.document_not_found")
}

/** Does what is asked once for each idempotency key, and answers. `input` is what a repetition must bring again. */
export async function answerOnce(
  c: Context<ApiEnv>,
  operation: Operation,
  input: object,
  perform: () => Promise<Reply>,
): Promise<Response> {
  const { key: repeatKey = null } = readIdempotencyKey(c)
  const asked = { operation: operation.operationId, path: c.req.path, input }
  const { status, answer } = await performOnce(
    c.var.developer,
    { repeatKey, input: asked },
    perform,
  )
  // The statuses of operations are those of answers with a body.
  return c.json(answer as object, status as 201)
}
