import type { z } from "zod"
import type { AuditAction } from "#catalog/events.ts"
import { hasPermission, type OpenPermission, type Permission } from "#catalog/permissions.ts"
import { AppError } from "#server/errors/app-error.ts"
import { describeIssues } from "#server/errors/describe-issues.ts"
import type { AnyoneContext, PersonContext, ServiceContext } from "./context.ts"

/** What a verb declares about itself; every surface reads it from here. */
export interface VerbDeclaration<Context extends AnyoneContext, Input extends z.ZodType, Output> {
  /** `noun.verb`, as tRPC calls it. */
  readonly name: string
  readonly permission: Permission | OpenPermission
  /** Strict: a field nobody declared is refused. */
  readonly input: Input
  /** What it writes to the audit log; null when it only reads, or acts for no organization. */
  readonly audit: AuditAction | null
  /** Names no bot and still serves keys that are limited to some: it gives what belongs to those alone. */
  readonly heedsKeyBots?: true
  readonly run: (context: Context, input: z.output<Input>) => Promise<Output>
}

/** The one way to do a thing, whoever asks for it: tRPC, REST, a socket, the command line, a job. */
export interface Verb<Context extends AnyoneContext, Input extends z.ZodType, Output> {
  (context: Context, input: z.input<Input>): Promise<Output>
  readonly declaration: VerbDeclaration<Context, Input, Output>
}

/**
 * Builds a verb: it checks the permission first, then the input, then acts.
 *
 * Throws: AppError "permission.denied", "auth.signed_out", "request.refused", and what `run` throws.
 */
export function defineVerb<Context extends AnyoneContext, Input extends z.ZodType, Output>(
  declaration: VerbDeclaration<Context, Input, Output>,
): Verb<Context, Input, Output> {
  const verb = async (context: Context, input: z.input<Input>): Promise<Output> => {
    checkPermission(context, declaration.permission)
    const parsed = parseInput(declaration.input, input)
    checkKeyBots(context, declaration, parsed)
    return declaration.run(context, parsed)
  }
  return Object.assign(verb, { declaration })
}

/** Reads an input, or says in plain words what is wrong with it. Throws: AppError "request.refused". */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new AppError("request.refused", { problems: describeIssues(parsed.error.issues) })
}

/** Throws: AppError "permission.denied", "key.scope_missing", "auth.signed_out" or "request.org_missing". */
export function checkPermission(
  context: AnyoneContext,
  permission: Permission | OpenPermission,
): void {
  if (permission === "anyone") return
  if (permission === "signed_in") {
    if (isPerson(context)) return
    throw new AppError("auth.signed_out")
  }
  if (!isInOrg(context)) throw new AppError("request.org_missing")
  if (context.apiKey !== undefined && !context.apiKey.scopes.includes(permission))
    throw new AppError("key.scope_missing", { permission })
  if (hasPermission(context.role, permission)) return
  throw new AppError("permission.denied", { permission, actor: context.role })
}

/**
 * A key that is limited to some bots reaches these and nothing beside them: another bot is as if it did not exist, and
 * what names no bot is refused unless the verb says that it heeds the limit.
 */
function checkKeyBots(
  context: AnyoneContext,
  { heedsKeyBots }: { readonly heedsKeyBots?: true },
  input: unknown,
): void {
  if (!isInOrg(context)) return
  const botIds: readonly string[] | null = context.apiKey?.botIds ?? null
  if (botIds === null || heedsKeyBots === true) return
  const named = typeof input === "object" && input !== null && "botId" in input ? input.botId : null
  if (typeof named !== "string") throw new AppError("key.bots_limited")
  if (!botIds.includes(named)) throw new AppError("bot.not_found", { bot: named })
}

function isPerson(context: AnyoneContext): context is PersonContext {
  return "sessionId" in context
}

function isInOrg(context: AnyoneContext): context is ServiceContext {
  return "orgId" in context && "role" in context
}
