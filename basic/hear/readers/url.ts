import type { AnswerReader } from "../reader.ts"
import { isDomain } from "./email.ts"

const isIpAddress = (host: string): boolean => {
  const parts = host.split(".")
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
}

/** A web address; `https://` is put in front when the protocol is left out. No other protocol is taken. */
export const readUrl: AnswerReader = (reply) => {
  const found = /^(?:(https?):\/\/)?([^\s/?#:@]+)(:\d{1,5})?([/?#]\S*)?$/i.exec(reply)
  if (!found) return null
  const [, protocol = "https", host = "", port = "", rest = ""] = found
  if (port !== "" && Number(port.slice(1)) > 65_535) return null
  if (!isDomain(host) && !isIpAddress(host)) return null
  return `${protocol.toLowerCase()}://${host.toLowerCase()}${port}${rest}`
}
