import type { HttpReply, HttpRequest } from "#server/keywords/step.ts"

/** A service in the test's own process: counts what it is asked, and honours keys or not. */
export class FakeService {
  readonly calls: { method: string; url: string; key: string | null; body: string | null }[] = []
  readonly #replies = new Map<string, HttpReply>()
  readonly #honoursKeys: boolean
  answer: (request: HttpRequest) => Promise<HttpReply> | HttpReply = () => json({ ok: true })

  constructor(options: { honoursKeys: boolean } = { honoursKeys: true }) {
    this.#honoursKeys = options.honoursKeys
  }

  readonly send = async (request: HttpRequest): Promise<HttpReply> => {
    const key = request.headers.find(([name]) => name === "idempotency-key")?.[1] ?? null
    const known = key !== null && this.#honoursKeys ? this.#replies.get(key) : undefined
    if (known) return known
    this.calls.push({ method: request.method, url: request.url, key, body: request.body })
    const reply = await this.answer(request)
    if (key !== null) this.#replies.set(key, reply)
    return reply
  }
}

export function json(value: unknown, status = 200): HttpReply {
  return { status, contentType: "application/json", body: JSON.stringify(value) }
}
