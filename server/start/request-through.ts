import type { SendRequest } from "#server/engine/turn-step.ts"
import { isAppError } from "#server/errors/app-error.ts"
import type { Outbound } from "#server/infra/outbound/port.ts"
import { EffectFailed } from "#server/keywords/step.ts"

/** A program that calls something slow does not hold its conversation for longer than this. */
const timeoutMs = 30_000
/** What a program can do with an answer is bounded by its own text limit. */
const maxBytes = 4 * 1024 * 1024

/** Lets the programs of bots call the internet through the guard; what it refuses, a program can catch. */
export function requestThrough(outbound: Outbound): SendRequest {
  return async ({ method, url, headers, body }) => {
    try {
      const answer = await outbound.request({
        method,
        url,
        headers: Object.fromEntries(headers),
        ...(body === null ? {} : { body }),
        timeoutMs,
        maxBytes,
      })
      const contentType = answer.headers.get("content-type") ?? ""
      const text = new TextDecoder(charsetOf(contentType)).decode(answer.body)
      return {
        status: answer.status,
        contentType,
        body: text,
        headers: answer.headers,
        url: answer.url,
      }
    } catch (cause) {
      if (isAppError(cause)) throw new EffectFailed(cause.code, cause.text.detail, { cause })
      throw cause
    }
  }
}

function charsetOf(contentType: string): string {
  const named = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8"
  try {
    return new TextDecoder(named).encoding
  } catch {
    return "utf-8"
  }
}
