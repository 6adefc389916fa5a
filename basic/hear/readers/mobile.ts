import type { AnswerReader } from "../reader.ts"

/**
 * A telephone number of 10 to 15 digits. With a country code the value is `+5511987654321`; without one
 * ten and eleven digits are grouped as they are written where such numbers are usual.
 */
export const readMobile: AnswerReader = (reply) => {
  if (!/^\+?[\d\s().\-/]+$/.test(reply) || reply.length > 40) return null
  const hasCode = reply.startsWith("+") || /^00[1-9]/.test(reply)
  const digits = reply.replace(/\D/g, "").replace(/^00(?=[1-9])/, "")
  if (digits.length < 10 || digits.length > 15) return null
  if (hasCode || digits.length > 11) return `+${digits}`
  const area = digits.length === 10 ? 3 : 2
  const rest = digits.slice(area)
  return `(${digits.slice(0, area)}) ${rest.slice(0, -4)}-${rest.slice(-4)}`
}
