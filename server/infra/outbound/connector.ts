import dns from "node:dns"
import type { LookupFunction } from "node:net"
import { buildConnector } from "undici"
import { AppError } from "#server/errors/app-error.ts"
import { bareHost } from "./addresses.ts"
import type { OutboundPolicy } from "./allow-list.ts"

/** Every address of a name. */
export type ResolveName = (host: string) => Promise<readonly dns.LookupAddress[]>

export const resolveBySystem: ResolveName = (host) => dns.promises.lookup(host, { all: true })

const connectTimeoutMs = 10_000

/**
 * Builds what opens the sockets: it looks the name up itself, refuses when any of its addresses is
 * not allowed, connects to exactly those it checked, and looks once more at where it got connected.
 */
export function createGuardedConnector(
  policy: OutboundPolicy,
  resolve: ResolveName,
): buildConnector.connector {
  const byPort = new Map<number, buildConnector.connector>()
  const connectorFor = (port: number) => {
    const known = byPort.get(port)
    if (known !== undefined) return known
    const made = buildConnector({
      lookup: guardedLookup(policy, resolve, port),
      timeout: connectTimeoutMs,
      allowH2: false,
    })
    byPort.set(port, made)
    return made
  }
  return (options, callback) => {
    const host = bareHost(options.hostname)
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80)
    if (!policy.allowsHost(host, port)) return callback(refusal(host), null)
    connectorFor(port)(options, (...outcome) => {
      const [error, socket] = outcome
      if (error !== null) return callback(error, null)
      if (policy.allowsAddress(host, port, socket.remoteAddress ?? ""))
        return callback(null, socket)
      socket.destroy()
      callback(refusal(host), null)
    })
  }
}

function guardedLookup(policy: OutboundPolicy, resolve: ResolveName, port: number): LookupFunction {
  return (host, options, callback) => {
    const family = options.family === 4 || options.family === 6 ? options.family : null
    resolve(host).then(
      (found) => {
        const isRefused = found.some(({ address }) => !policy.allowsAddress(host, port, address))
        const [first, ...rest] = found.filter((one) => family === null || one.family === family)
        if (isRefused || first === undefined) return callback(refusal(host), [])
        if (options.all) callback(null, [first, ...rest])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

function refusal(host: string): AppError<"outbound.address_refused"> {
  return new AppError("outbound.address_refused", { host })
}
