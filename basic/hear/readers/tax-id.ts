import type { AnswerReader } from "../reader.ts"

/**
 * The check digit over characters with weights: 11 minus the remainder by 11, or 0 when that has two
 * figures. A letter counts as its ASCII code minus 48, a digit so as itself.
 * Source: Receita Federal, rules of CPF and of the CNPJ with letters (2026).
 */
const checkDigit = (chars: string, weights: readonly number[]): string => {
  let sum = 0
  for (const [index, weight] of weights.entries()) sum += (chars.charCodeAt(index) - 48) * weight
  const rest = sum % 11
  return String(rest < 2 ? 0 : 11 - rest)
}

const hasCheckDigits = (id: string, weights: readonly number[]): boolean => {
  const body = id.slice(0, -2)
  const first = checkDigit(body, weights.slice(1))
  return id === body + first + checkDigit(body + first, weights)
}

const strip = (reply: string): string => reply.toUpperCase().replace(/[\s./-]/g, "")
const isOneDigitRepeated = (id: string): boolean => /^(\d)\1+$/.test(id)

const cpfWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
const cnpjWeights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]

/** The Brazilian number of a person; the value is `123.456.789-09`. */
export const readCpf: AnswerReader = (reply) => {
  const id = strip(reply)
  if (!/^\d{11}$/.test(id) || isOneDigitRepeated(id) || !hasCheckDigits(id, cpfWeights)) return null
  return `${id.slice(0, 3)}.${id.slice(3, 6)}.${id.slice(6, 9)}-${id.slice(9)}`
}

/** The Brazilian number of a company, also with letters; the value is `12.345.678/0001-95`. */
export const readCnpj: AnswerReader = (reply) => {
  const id = strip(reply)
  if (!/^[A-Z\d]{12}\d{2}$/.test(id) || isOneDigitRepeated(id)) return null
  if (!hasCheckDigits(id, cnpjWeights)) return null
  return `${id.slice(0, 2)}.${id.slice(2, 5)}.${id.slice(5, 8)}/${id.slice(8, 12)}-${id.slice(12)}`
}
