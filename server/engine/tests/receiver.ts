import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"

/** A service in the outside world, as a kill test sees it: it counts what it did, and honours keys or not. */
export class Receiver {
  /** How often each order took effect, by `method/mark/step`. */
  readonly effects = new Map<string, number>()
  /** How often each order was asked for. */
  readonly calls = new Map<string, number>()
  /** The keys each order came with. */
  readonly keys = new Map<string, Set<string>>()
  readonly #answers = new Map<string, string>()
  readonly #honoursKeys: boolean
  readonly #server: Server

  constructor(honoursKeys: boolean) {
    this.#honoursKeys = honoursKeys
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on("data", (part: Buffer) => parts.push(part))
      request.on("end", () => {
        const key = request.headers["idempotency-key"]
        const text = this.#take(
          request.method ?? "",
          Buffer.concat(parts).toString(),
          typeof key === "string" ? key : null,
        )
        response.setHeader("content-type", "application/json")
        response.end(text)
      })
    })
    // A connection that is closed for being idle just as a starved process uses it again would be a failure of the
    // network; this receiver stands for one that never fails.
    this.#server.keepAliveTimeout = 600_000
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve))
    // Listening on TCP: the address is an object.
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  async close() {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #take(method: string, body: string, key: string | null): string {
    const { mark, step } = JSON.parse(body) as { mark: string; step: number }
    const order = `${method}/${mark}/${step}`
    count(this.calls, order)
    this.keys.set(order, (this.keys.get(order) ?? new Set()).add(key ?? ""))
    const known = this.#honoursKeys && key !== null ? this.#answers.get(key) : undefined
    if (known !== undefined) return known
    count(this.effects, order)
    const answer = JSON.stringify({ number: `${mark}-${step}` })
    if (key !== null) this.#answers.set(key, answer)
    return answer
  }
}

function count(counts: Map<string, number>, name: string) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
