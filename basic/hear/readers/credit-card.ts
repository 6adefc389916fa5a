import type { AnswerReader } from "../reader.ts"

/** Source: ISO/IEC 7812-1, the Luhn check. */
const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** A card number of 12 to 19 digits. Only its last four are kept: the value is `**** **** **** 1111`. */
export const readCreditCard: AnswerReader = (reply) => {
  if (!/^[\d\s-]{12,40}$/.test(reply)) return null
  const digits = reply.replace(/\D/g, "")
  if (digits.length < 12 || digits.length > 19 || /^0+$/.test(digits)) return null
  return passesLuhn(digits) ? `**** **** **** ${digits.slice(-4)}` : null
}
