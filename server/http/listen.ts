import { createServer, type Server } from "node:http"
import type { Env } from "#server/env.ts"
import { StartRefusal } from "#server/errors/start-refusal.ts"

/** Between requests a connection is kept a little longer than proxies keep theirs. */
const keepAliveMs = 65_000
/** Headers of a client that drips them; bodies have limits of their own. */
const headersMs = 20_000
const requestMs = 120_000

/**
 * Takes the port. Requests that come before a handler is set wait for it.
 *
 * Throws: StartRefusal with one sentence when the port is taken or the address is not ours.
 */
export async function listen({ host, port }: Pick<Env, "host" | "port">): Promise<Server> {
  const server = createServer({
    keepAliveTimeout: keepAliveMs,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    maxHeaderSize: 16 * 1024,
  })
  await new Promise<void>((done, refuse) => {
    server.once("error", (error: NodeJS.ErrnoException) => refuse(explain(error, host, port)))
    server.listen(port, host, done)
  })
  server.removeAllListeners("error")
  return server
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === "object" && address !== null ? address.port : 0
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): StartRefusal {
  const place = `${host}:${port}`
  switch (error.code) {
    case "EADDRINUSE":
      return new StartRefusal(
        `Another program already listens on ${place}; stop it, or choose another port with PORT, such as PORT=${port + 1}.`,
      )
    case "EACCES":
      return new StartRefusal(
        `This user may not listen on ${place}; choose a port above 1023 with PORT.`,
      )
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartRefusal(
        `${host} is not an address of this machine; set HOST to one, such as 127.0.0.1.`,
      )
    default:
      return new StartRefusal(`The server cannot listen on ${place} (${error.code}).`)
  }
}
