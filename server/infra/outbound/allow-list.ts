import ipaddr from "ipaddr.js"
import { StartRefusal } from "#server/errors/start-refusal.ts"
import { bareHost, isInnerName, isPublicAddress } from "./addresses.ts"

/** Where outbound calls may go: the public internet, and what whoever runs the server listed. */
export interface OutboundPolicy {
  /** A host that is refused before its name is looked up. */
  allowsHost(host: string, port: number): boolean
  /** Each address a name has, and the one a socket is connected to. */
  allowsAddress(host: string, port: number, address: string): boolean
}

interface Exceptions {
  readonly hosts: ReadonlySet<string>
  readonly ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][]
}

/**
 * Builds the policy from OUTBOUND_ALLOW.
 *
 * Shape: each entry is a host, `host:port`, an address or a range such as 10.1.0.0/16.
 * Throws: StartRefusal naming the entry that is none of these.
 */
export function createOutboundPolicy(entries: readonly string[]): OutboundPolicy {
  const exceptions = readEntries(entries)
  const isListed = (host: string, port: number) =>
    exceptions.hosts.has(host) || exceptions.hosts.has(`${host}:${port}`)
  return {
    allowsHost: (hostname, port) => {
      const host = bareHost(hostname)
      if (isListed(host, port)) return true
      if (ipaddr.isValid(host)) return isPublicAddress(host) || isInRange(host, exceptions)
      return !isInnerName(host)
    },
    allowsAddress: (hostname, port, address) =>
      isPublicAddress(address) ||
      isListed(bareHost(hostname), port) ||
      isInRange(address, exceptions),
  }
}

function readEntries(entries: readonly string[]): Exceptions {
  const hosts = new Set<string>()
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry))
    else if (ipaddr.isValid(entry)) hosts.add(bareHost(entry))
    else if (/^\[?[a-z0-9.:-]+\]?$/i.test(entry) && !entry.includes("/"))
      hosts.add(entry.toLowerCase().replace(/^\[(.*)\](:\d+)?$/, "$1$2"))
    else
      throw new StartRefusal(
        `OUTBOUND_ALLOW holds ${JSON.stringify(entry)}, and each of its entries must be a host, host:port, an address, or a range such as 10.1.0.0/16.`,
      )
  }
  return { hosts, ranges }
}

function isInRange(address: string, { ranges }: Exceptions): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits))
}
