import type { Socket } from "node:net"
import { createOutboundPolicy } from "./allow-list.ts"
import { createGuardedConnector, type ResolveName, resolveBySystem } from "./connector.ts"

/** Opens a plain connection to a host. Throws: AppError "outbound.address_refused", or what the network says. */
export type OpenSocket = (host: string, port: number) => Promise<Socket>

/** The guard for protocols other than HTTP: the same addresses are refused, at the same two moments. */
export function createSocketOpener(
  allow: readonly string[],
  resolve: ResolveName = resolveBySystem,
): OpenSocket {
  const connect = createGuardedConnector(createOutboundPolicy(allow), resolve)
  return (host, port) =>
    new Promise((done, fail) => {
      const place = { hostname: host, host, protocol: "http:", port: String(port) }
      connect(place, (...outcome) => {
        const [error, socket] = outcome
        if (error !== null) fail(error)
        else done(socket)
      })
    })
}
