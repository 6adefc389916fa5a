import type { AnswerReader } from "../reader.ts"

/** Source: the pattern the British post office publishes for its codes, without the rare exceptions. */
const british = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

/** A post code of Brazil (8 digits), the United States (5 or 9) or the United Kingdom. */
export const readZipcode: AnswerReader = (reply) => {
  if (reply.length > 20) return null
  const code = reply.toUpperCase().replace(/[\s.-]/g, "")
  if (/^\d{5}$/.test(code)) return code
  if (/^\d{8}$/.test(code)) return `${code.slice(0, 5)}-${code.slice(5)}`
  if (/^\d{9}$/.test(code)) return `${code.slice(0, 5)}-${code.slice(5)}`
  const found = british.exec(code)
  return found ? `${found[1]} ${found[2]}` : null
}
