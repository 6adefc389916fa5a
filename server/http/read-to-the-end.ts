import type { IncomingMessage, ServerResponse } from "node:http"

const patienceMs = 10_000

/**
 * Lets a client finish sending what nobody reads, after it has its answer. A connection that ends while
 * the client still writes takes the answer with it: the client sees a broken pipe instead of words.
 * One that sends for longer than ten seconds is cut off.
 */
export function readToTheEnd(request: IncomingMessage, response: ServerResponse): void {
  response.once("finish", () => {
    if (request.complete) return
    request.resume()
    const timer = setTimeout(() => request.socket.destroy(), patienceMs)
    timer.unref()
    const stop = () => clearTimeout(timer)
    request.once("end", stop).once("close", stop)
  })
}
