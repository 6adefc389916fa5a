import type { AnswerReader } from "../reader.ts"

/** A UUID with or without hyphens or braces; the value has hyphens and small letters. */
export const readUuid: AnswerReader = (reply) => {
  const hex = reply.toLowerCase().replace(/^\{(.*)\}$/, "$1")
  const isHyphened = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(hex)
  if (!isHyphened && !/^[\da-f]{32}$/.test(hex)) return null
  const plain = hex.replaceAll("-", "")
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => plain.slice(ends[index - 1] ?? 0, end))
    .join("-")
}
