import type { z } from "@hono/zod-openapi"
import { type ErrorCode, errors } from "#catalog/errors.ts"
import { ProblemDocument } from "./schemas.ts"

/** What every operation may answer besides its own errors. */
const always = ["request.too_many", "internal.unexpected", "server.stopping"] as const

/** Describes an answer with a JSON body. */
export function jsonAnswer<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { "application/json": { schema } } }
}

/**
 * Describes the errors of an operation by their codes, grouped by status as OpenAPI wants them.
 *
 * Shape: one entry a status, its description naming the codes.
 */
export function problemAnswers(...codes: readonly ErrorCode[]) {
  const byStatus = new Map<number, string[]>()
  for (const code of [...codes, ...always]) {
    const { status, title } = errors[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title} (\`${code}\`)`])
  }
  const content = { "application/problem+json": { schema: ProblemDocument } }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [status, { description: titles.join(". "), content }]),
  )
}
