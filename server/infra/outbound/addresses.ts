import ipaddr from "ipaddr.js"

/** The one block of IPv6 that is handed out for the public internet. */
const globalUnicast = ipaddr.parseCIDR("2000::/3")

/** Names that mean a machine of our own however a resolver answers. */
const innerName = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|localdomain)\.?$/i

/**
 * Tells whether an IP address lies on the public internet.
 *
 * Loopback, private, link-local (where clouds keep their metadata), shared, reserved and multicast
 * ranges do not, nor do IPv6 forms that carry an IPv4 address inside.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== "unicast") return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}

/** Tells whether a host name is one of those that only exist inside a network. */
export function isInnerName(host: string): boolean {
  return innerName.test(host) || (!host.includes(".") && !host.includes(":"))
}

/** The bare address of a URL's host: `[::1]` is `::1`, `a.example.` is `a.example`. */
export function bareHost(hostname: string): string {
  return hostname
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "")
    .toLowerCase()
}
