import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** Another system that does not answer before it is told to. */
export interface HeldRequests {
  /** As OUTBOUND_ALLOW takes it. */
  readonly host: string
  /** Answers everything that waits, and from then on at once. */
  release(body: string): void
  /** How often it was asked. */
  count(): number
  close(): void
}

/** Opens such a system on this machine. */
export async function holdRequests(): Promise<HeldRequests> {
  const held: ServerResponse[] = []
  let answer: string | null = null
  let count = 0
  const server = createServer((_, response) => {
    count += 1
    if (answer === null) held.push(response)
    else response.end(answer)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    release: (body) => {
      answer = body
      for (const response of held.splice(0)) response.end(body)
    },
    count: () => count,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
