import { z } from "@hono/zod-openapi"
import type { Context } from "hono"
import { IdempotencyKey } from "#server/services/conversations/schema.ts"
import { parseInput } from "#server/services/define-verb.ts"

const name = "idempotency-key"

/** The header by which a client makes a request safe to repeat. */
export const idempotencyHeader = z.object({
  [name]: IdempotencyKey.optional().openapi({
    description:
      "A new random text for each new request. The same key again returns the same answer and causes nothing; with another body it is refused (409).",
  }),
})

/** Reads the key of a request. Throws: AppError "request.refused" when it is none. */
export function readIdempotencyKey(c: Context): { key?: string } {
  const given = c.req.header(name)
  if (given === undefined) return {}
  return { key: parseInput(z.object({ [name]: IdempotencyKey }), { [name]: given })[name] }
}
