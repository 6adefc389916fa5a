import type { AnswerReader } from "../reader.ts"

const maxAddressChars = 254
const maxLocalChars = 64
const maxLabelChars = 63

const isLabel = (label: string): boolean =>
  label.length <= maxLabelChars && /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label)

/** A host name with at least two labels, the last of which holds a letter. */
export const isDomain = (domain: string): boolean => {
  const labels = domain.split(".")
  const last = labels[labels.length - 1] as string
  return labels.length > 1 && labels.every(isLabel) && last.length > 1 && /\p{L}/u.test(last)
}

const isLocalPart = (local: string): boolean =>
  local.length <= maxLocalChars &&
  local.split(".").every((atom) => /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u.test(atom))

/** An e-mail address in the usual syntax, in small letters. */
export const readEmail: AnswerReader = (reply) => {
  const address = reply.toLowerCase().replace(/^mailto:/, "")
  const at = address.indexOf("@")
  if (at < 1 || address.length > maxAddressChars) return null
  return isLocalPart(address.slice(0, at)) && isDomain(address.slice(at + 1)) ? address : null
}
