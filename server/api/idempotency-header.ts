import { z } from "@hono/zod-openapi"
import { IdempotencyKey } from "#server/services/conversations/schema.ts"

/** The header by which a client makes a request safe to repeat. */
export const idempotencyHeader = z.object({
  "idempotency-key": IdempotencyKey.optional().openapi({
    description:
      "A new random text for each new request. The same key again returns the same answer and causes nothing; with another body it is refused (409).",
  }),
})
