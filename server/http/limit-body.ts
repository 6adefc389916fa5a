import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"

/**
 * Refuses bodies that are larger than their address takes, whether or not their length was announced.
 *
 * Throws: AppError "request.too_large" (413).
 */
export function limitBody(): MiddlewareHandler {
  const small = limitTo(limits.messageBodyBytes)
  const large = limitTo(limits.draftBodyBytes)
  return (c, next) => (isDraft(c.req.path) ? large(c, next) : small(c, next))
}

function limitTo(limitBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: limitBytes,
    onError: () => {
      throw new AppError("request.too_large", { limitBytes })
    },
  })
}

/** Only the builder sends drafts; a batch that holds one counts as one. */
function isDraft(path: string): boolean {
  return path.startsWith("/api/trpc/") && path.includes("bots.saveDraft")
}
