import { initTRPC, TRPCError } from "@trpc/server"
import type { z } from "zod"
import type { OpenPermission, Permission } from "#catalog/permissions.ts"
import type { RequestContext } from "#server/auth/request-context.ts"
import { AppError } from "#server/errors/app-error.ts"
import { toProblem } from "#server/errors/problem.ts"
import type { AnyoneContext, PersonContext, ServiceContext } from "#server/services/context.ts"
import { checkPermission, parseInput, type Verb } from "#server/services/define-verb.ts"
import { readAppError } from "./read-app-error.ts"

/** Every procedure says who may call it; a test fails for one that does not. */
export interface ProcedureMeta {
  readonly permission: Permission | OpenPermission
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    // The only place where tRPC tells an error: the same problem document as REST, under `data.problem`.
    errorFormatter: ({ shape, error, ctx, path }) => {
      const requestId = ctx?.anyone.requestId ?? "req_none"
      const told = readAppError(error, path, requestId)
      const problem = toProblem(told, requestId, ctx?.anyone.container.publicUrl ?? "")
      const { code, httpStatus } = shape.data
      return { ...shape, message: problem.detail, data: { code, httpStatus, path, problem } }
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** For anyone. What a verb throws that is not ours is logged here, once. */
const openProcedure = t.procedure.use(async ({ next, ctx, path }) => {
  const result = await next()
  if (result.ok) return result
  const { requestId, container } = ctx.anyone
  const error = readAppError(result.error, path, requestId)
  if (error.text.status >= 500)
    container.log.error({ err: error, requestId, path }, "procedure broke")
  throw new TRPCError({ code: result.error.code, message: error.message, cause: error })
})

/** For whoever is signed in. */
const personProcedure = openProcedure.use(async ({ ctx, next }) => {
  const person: PersonContext = await ctx.requirePerson()
  return next({ ctx: { person } })
})

/** For a member of the organization the request names; the role is checked before the input is looked at. */
const orgProcedure = openProcedure.use(async ({ ctx, meta, next }) => {
  const service: ServiceContext = await ctx.requireMember()
  if (meta === undefined)
    throw new AppError("permission.denied", { permission: "none", actor: service.role })
  checkPermission(service, meta.permission)
  return next({ ctx: { service } })
})

export function openMutation<I extends z.ZodType, O>(verb: Verb<AnyoneContext, I, O>) {
  return openProcedure
    .meta(metaOf(verb))
    .input(parserOf(verb.declaration.input))
    .mutation(({ ctx, input }) => verb(ctx.anyone, asInput<I>(input)))
}

export function openQuery<I extends z.ZodType, O>(verb: Verb<AnyoneContext, I, O>) {
  return openProcedure
    .meta(metaOf(verb))
    .input(parserOf(verb.declaration.input))
    .query(({ ctx, input }) => verb(ctx.anyone, asInput<I>(input)))
}

export function personQuery<I extends z.ZodType, O>(verb: Verb<PersonContext, I, O>) {
  return personProcedure
    .meta(metaOf(verb))
    .input(parserOf(verb.declaration.input))
    .query(({ ctx, input }) => verb(ctx.person, asInput<I>(input)))
}

export function personMutation<I extends z.ZodType, O>(verb: Verb<PersonContext, I, O>) {
  return personProcedure
    .meta(metaOf(verb))
    .input(parserOf(verb.declaration.input))
    .mutation(({ ctx, input }) => verb(ctx.person, asInput<I>(input)))
}

export function orgQuery<I extends z.ZodType, O>(verb: Verb<ServiceContext, I, O>) {
  return orgProcedure
    .meta(metaOf(verb))
    .input(parserOf(verb.declaration.input))
    .query(({ ctx, input }) => verb(ctx.service, asInput<I>(input)))
}

export function orgMutation<I extends z.ZodType, O>(verb: Verb<ServiceContext, I, O>) {
  return orgProcedure
    .meta(metaOf(verb))
    .input(parserOf(verb.declaration.input))
    .mutation(({ ctx, input }) => verb(ctx.service, asInput<I>(input)))
}

function metaOf(verb: { readonly declaration: ProcedureMeta }): ProcedureMeta {
  return { permission: verb.declaration.permission }
}

/**
 * tRPC calls a parser that is a function with the raw input, and so gets our own words for what is wrong
 * with it; the schema is only what the client's types are read from.
 */
function parserOf<I extends z.ZodType>(schema: I): I {
  return ((input: unknown) => parseInput(schema, input)) as unknown as I
}

/**
 * tRPC has parsed the input with the verb's own schema; its types only lose that while the schema is
 * still a type parameter. The verb parses again, so nothing rests on this.
 */
function asInput<I extends z.ZodType>(input: unknown): z.input<I> {
  return input as z.input<I>
}
