import type { AnswerReader } from "../reader.ts"

const blanks = /[\s\u00a0\u202f'’_]/g

/** Digits with a sign and at most one kind of mark each for groups and decimals. */
const parts = (reply: string): { sign: string; digits: string } | null => {
  const found = /^([+-]?)([\d.,]+)$/.exec(reply.replace(blanks, "").replace(/^[−–]/, "-"))
  return found && /\d/.test(found[2] as string) && reply.length < 40
    ? { sign: found[1] as string, digits: found[2] as string }
    : null
}

/** `1.234.567`: the same mark before every three digits. */
const areGroups = (digits: string, mark: string): boolean => {
  const [first = "", ...rest] = digits.split(mark)
  return (
    rest.length > 0 && /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group))
  )
}

/** The digits before and after the decimal mark, groups removed; null when the marks make no sense. */
const splitAt = (digits: string, decimalAt: number): { whole: string; places: string } | null => {
  const whole = decimalAt < 0 ? digits : digits.slice(0, decimalAt)
  const places = decimalAt < 0 ? "" : digits.slice(decimalAt + 1)
  const mark = /[.,]/.exec(whole)?.[0]
  if (mark !== undefined && (digits[decimalAt] === mark || !areGroups(whole, mark))) return null
  const plain = mark === undefined ? whole : whole.split(mark).join("")
  return /^\d*$/.test(plain) && /^\d*$/.test(places) ? { whole: plain, places } : null
}

/** Where the decimal mark stands: the last mark, unless it occurs twice and so must part groups. */
const findDecimal = (digits: string): number => {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","))
  return last >= 0 && digits.indexOf(digits[last] as string) === last ? last : -1
}

const toNumber = (sign: string, whole: string, places: string): number | null => {
  if (whole + places === "" || whole.length > 15) return null
  const value = Number(`${whole || "0"}.${places || "0"}`)
  return (sign === "-" ? -value : value) + 0
}

/** A decimal number with `.` or `,` as decimal mark; with both, the last one is it. */
export const readNumber: AnswerReader = (reply) => {
  const found = parts(reply)
  const split = found && splitAt(found.digits, findDecimal(found.digits))
  return split ? toNumber(found.sign, split.whole, split.places) : null
}

/** A whole number; marks may part groups of three, and a fraction of zeros does no harm. */
export const readInteger: AnswerReader = (reply) => {
  const found = parts(reply)
  if (!found) return null
  const grouped = [".", ","].find((mark) => areGroups(found.digits, mark))
  if (grouped !== undefined) return toNumber(found.sign, found.digits.split(grouped).join(""), "")
  const split = splitAt(found.digits, findDecimal(found.digits))
  return split && /^0*$/.test(split.places) ? toNumber(found.sign, split.whole, "") : null
}

/** An amount that is not negative, with or without a currency, rounded to two places. */
export const readMoney: AnswerReader = (reply) => {
  const bare = reply.replace(
    /^(?:R\$|US\$|[$€£¥₺]|[A-Z]{3}\b)\s*|\s*(?:R\$|[$€£¥₺]|\b[A-Z]{3})$/gi,
    "",
  )
  const found = parts(bare)
  if (!found || found.sign === "-") return null
  const last = findDecimal(found.digits)
  const isGroup = last >= 0 && areGroups(found.digits, found.digits[last] as string)
  const split = splitAt(found.digits, isGroup ? -1 : last)
  const value = split && toNumber("", split.whole, split.places)
  return value === null ? null : Math.round(value * 100 + 1e-6) / 100
}
