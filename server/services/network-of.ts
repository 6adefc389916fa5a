import ipaddr from "ipaddr.js"

/**
 * The part of an address that one client cannot change at will: an IPv4 address, or the first 64 bits
 * of an IPv6 address.
 */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip
  const parsed = ipaddr.process(ip)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(":")}::/64`
}
