import type { MiddlewareHandler } from "hono"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { contextFacts, type HonoEnv } from "#server/http/hono-context.ts"
import { proveKey } from "#server/services/api-keys/prove-key.ts"
import { provePublicBot, type VisitorContext } from "#server/services/bots/prove-public.ts"
import type { ConversationContext, KeyContext } from "#server/services/context.ts"
import { proveConversation } from "#server/services/conversations/prove-conversation.ts"

/** What the gates leave for the operations behind them. */
export interface ApiEnv extends HonoEnv {
  Variables: {
    visitor: VisitorContext
    conversation: ConversationContext
    developer: KeyContext
  }
}

/**
 * Lets a request through to a public bot, before its input is looked at.
 *
 * Throws: AppError "bot.not_found", "bot.not_published", "bot.origin_refused".
 */
export function publicBotGate(container: Container): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const anyone = { container, ...contextFacts(c) }
    const origin = c.req.header("origin") ?? null
    const visitor = await provePublicBot(anyone, { bot: c.req.param("bot") ?? "", origin })
    c.set("visitor", visitor)
    await next()
  }
}

/**
 * Lets a request into the conversation its token opens, before its input is looked at.
 *
 * Throws: AppError "conversation.token_missing", "conversation.token_refused", "conversation.not_found",
 * "bot.origin_refused".
 */
export function conversationGate(container: Container): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const token = readBearer(c.req.header("authorization"))
    if (token === null) throw new AppError("conversation.token_missing")
    const anyone = { container, ...contextFacts(c) }
    const origin = c.req.header("origin") ?? null
    const id = c.req.param("id") ?? ""
    c.set("conversation", await proveConversation(anyone, { id, token, origin }))
    await next()
  }
}

/**
 * Lets a program in that shows a key of its organization, before anything else of the request is looked at.
 *
 * Throws: AppError "key.missing", "key.refused", "request.too_many".
 */
export function keyGate(container: Container): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = readBearer(c.req.header("authorization"))
    if (key === null) throw new AppError("key.missing")
    c.set("developer", await proveKey({ container, ...contextFacts(c) }, key))
    await next()
  }
}

/** The token of an Authorization header; null when it carries none of the right form. */
function readBearer(header: string | undefined): string | null {
  const match = /^Bearer +([^\s,]{1,1000}) *$/i.exec(header ?? "")
  return match?.[1] ?? null
}
