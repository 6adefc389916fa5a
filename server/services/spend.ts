import { type RateLimit, type RateLimitName, rateLimits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { networkOf } from "./network-of.ts"

/**
 * Takes one point of a limit. A limit per IP counts a whole IPv6 network as one.
 *
 * Throws: AppError "request.too_many" (or "auth.locked" when told so) with the seconds to wait, once
 * no point is left.
 */
export async function spend(
  { limits, env }: Pick<Container, "limits" | "env">,
  name: RateLimitName,
  key: string,
  code: "request.too_many" | "auth.locked" = "request.too_many",
): Promise<void> {
  const counted = name.endsWith("PerIp") ? networkOf(key) : key
  const taken = await limits.consume(name, counted, rateOf(name, env.rateLimitFactor))
  if (taken.isAllowed) return
  throw new AppError(code, { retryAfterSeconds: Math.max(1, Math.ceil(taken.retryAfterMs / 1000)) })
}

/** How often a password may be guessed does not grow with the site. */
function rateOf(name: RateLimitName, factor: number): RateLimit {
  const { points, windowSeconds } = rateLimits[name]
  const guardsPassword = name === "signInPerAccount" || name === "previewPassword"
  if (guardsPassword) return { points, windowSeconds }
  return { points: Math.max(1, Math.round(points * factor)), windowSeconds }
}

/** Gives all points of a limit back: whoever signed in rightly begins anew. */
export async function clearLimit(
  { limits }: Pick<Container, "limits">,
  name: RateLimitName,
  key: string,
): Promise<void> {
  await limits.clear(name, key)
}
