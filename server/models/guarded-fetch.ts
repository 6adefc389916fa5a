import { AppError } from "#server/errors/app-error.ts"
import type { Outbound, OutboundStream } from "#server/infra/outbound/port.ts"

interface FetchLimits {
  readonly timeoutMs: number
  readonly maxBytes: number
}

/**
 * Makes the `fetch` that a provider's library is handed: everything it sends goes through the guard, to the
 * account's own origin only, so a key never leaves for another host.
 */
export function makeGuardedFetch(outbound: Outbound, origin: string, limits: FetchLimits) {
  return async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input)
    if (!URL.canParse(url) || new URL(url).origin !== origin)
      throw new AppError("outbound.url_refused", { problem: "is not the one the key belongs to" })
    const answer = await outbound.stream({
      method: init.method ?? "GET",
      url,
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === "string" ? { body: init.body } : {}),
      ...(init.signal ? { signal: init.signal } : {}),
      ...limits,
    })
    return toResponse(answer)
  }
}

function toResponse({ status, headers, body }: OutboundStream): Response {
  const parts = body[Symbol.asyncIterator]()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await parts.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      } catch (error) {
        controller.error(error)
      }
    },
    async cancel() {
      await parts.return?.()
    },
  })
  // The body is unpacked already, and its length with it.
  const kept = [...headers].filter(([name]) => !/^content-(?:encoding|length)$/.test(name))
  const hasBody = ![204, 205, 304].includes(status)
  return new Response(hasBody ? stream : null, { status, headers: kept })
}
