import { printNumber } from "./print-number.ts"
import { roundNumber } from "./round-number.ts"

/** How a country writes numbers. `money` has `#` where the number goes. */
interface NumberStyle {
  readonly group: string
  readonly decimal: string
  readonly money: string
}
const english: NumberStyle = { group: ",", decimal: ".", money: "$#" }
const styles: ReadonlyMap<string, NumberStyle> = new Map([
  ["en", english],
  ["pt", { group: ".", decimal: ",", money: "R$ #" }],
  ["es", { group: ".", decimal: ",", money: "# €" }],
  ["de", { group: ".", decimal: ",", money: "# €" }],
  ["it", { group: ".", decimal: ",", money: "# €" }],
  ["fr", { group: "\u202f", decimal: ",", money: "# €" }],
  ["tr", { group: ".", decimal: ",", money: "₺#" }],
])

/** More places or digits than this say nothing about a double. */
const maxPlaces = 20
const maxPatternChars = 200

const groupDigits = (digits: string, separator: string): string => {
  let out = ""
  for (let at = digits.length; at > 0; at -= 3) {
    out = digits.slice(Math.max(0, at - 3), at) + (out === "" ? "" : separator + out)
  }
  return out
}

interface Layout {
  readonly minDigits: number
  readonly minPlaces: number
  readonly maxPlaces: number
  readonly isGrouped: boolean
  readonly style: NumberStyle
}

/** Prints a number that is not negative. */
const printDigits = (value: number, layout: Layout): string => {
  const rounded = printNumber(roundNumber(value, layout.maxPlaces))
  const [whole = "0", fraction = ""] = rounded.split(".")
  const digits = whole.padStart(layout.minDigits, "0")
  const places = fraction.slice(0, layout.maxPlaces).padEnd(layout.minPlaces, "0")
  const head = layout.isGrouped ? groupDigits(digits, layout.style.group) : digits
  return places === "" ? head : head + layout.style.decimal + places
}

/** `N2`, `F`, `C2[pt]`, `P1`, `D5`: a letter, how many places, and whose way of writing. */
const formatByLetter = (value: number, pattern: string): string | null => {
  const found = /^([nfcpd])(\d{0,2})(?:\[([a-z]{2})(?:[-_][a-z]{2})?\])?$/i.exec(pattern)
  if (!found) return null
  const letter = (found[1] as string).toLowerCase()
  const style = styles.get((found[3] ?? "en").toLowerCase()) ?? english
  const given = found[2] === "" ? null : Math.min(Number(found[2]), maxPlaces)
  const places = given ?? (letter === "d" ? 0 : 2)
  const layout: Layout = {
    minDigits: letter === "d" ? places : 1,
    minPlaces: letter === "d" ? 0 : places,
    maxPlaces: letter === "d" ? 0 : places,
    isGrouped: letter === "n" || letter === "c",
    style,
  }
  const digits = printDigits(Math.abs(value) * (letter === "p" ? 100 : 1), layout)
  const isZero = !/[1-9]/.test(digits)
  const shown = letter === "c" ? style.money.replace("#", () => digits) : digits
  return (value < 0 && !isZero ? "-" : "") + shown + (letter === "p" ? "%" : "")
}

const namedPatterns: ReadonlyMap<string, string> = new Map([
  ["currency", "C2"],
  ["percent", "P2"],
  ["fixed", "F2"],
  ["standard", "N2"],
])

/** True when FORMAT should treat a numeric text as a number under this pattern. */
export const isNumberPattern = (pattern: string): boolean =>
  pattern.length <= maxPatternChars &&
  (/[#0]/.test(pattern) ||
    namedPatterns.has(pattern.toLowerCase()) ||
    formatByLetter(0, pattern) !== null)

/** The run of digit placeholders with its separators, between free text on both sides. */
const readLayout = (core: string): Layout => {
  const dot = core.lastIndexOf(".")
  const comma = core.lastIndexOf(",")
  const isEuropean = dot >= 0 && comma > dot
  const decimalAt = isEuropean ? comma : dot
  const whole = decimalAt < 0 ? core : core.slice(0, decimalAt)
  const places = decimalAt < 0 ? "" : core.slice(decimalAt + 1).replace(/[^#0]/g, "")
  return {
    minDigits: Math.max(1, (whole.match(/0/g) ?? []).length),
    minPlaces: Math.min(maxPlaces, places.lastIndexOf("0") + 1),
    maxPlaces: Math.min(maxPlaces, places.length),
    isGrouped: whole.includes(isEuropean ? "." : ","),
    style: isEuropean ? { ...english, group: ".", decimal: "," } : english,
  }
}

const formatByPlaceholders = (value: number, pattern: string): string => {
  const first = pattern.search(/[#0]/)
  if (first < 0) return pattern
  const core = /^[#0.,]*[#0]/.exec(pattern.slice(first))?.[0] ?? ""
  const prefix = pattern.slice(0, first)
  const suffix = pattern.slice(first + core.length)
  const isPercent = pattern.includes("%")
  const digits = printDigits(Math.abs(value) * (isPercent ? 100 : 1), readLayout(core))
  const isNegative = value < 0 && /[1-9]/.test(digits)
  const sign = isNegative ? "-" : ""
  /** A leading + forces the sign; any other text stays in front of the sign's place. */
  if (prefix.startsWith("+")) return (isNegative ? "-" : "+") + prefix.slice(1) + digits + suffix
  return sign + prefix + digits + suffix
}

/**
 * Prints a number by a pattern: `#,##0.00`, `0%`, `+#.#`, `R$ #.##0,00`, `N2`, `C2[pt]`, `currency`.
 * Rounds half away from zero. Up to three parts between semicolons are for positive, negative and zero.
 */
export const formatNumber = (value: number, pattern: string): string => {
  if (pattern.length > maxPatternChars || !Number.isFinite(value)) return printNumber(value)
  const named = namedPatterns.get(pattern.toLowerCase()) ?? pattern
  const byLetter = formatByLetter(value, named)
  if (byLetter !== null) return byLetter
  const parts = named.split(";")
  if (parts.length < 2 || parts.length > 3) return formatByPlaceholders(value, named)
  if (value < 0) return formatByPlaceholders(-value, parts[1] as string)
  return formatByPlaceholders(value, (value === 0 ? parts[2] : undefined) ?? (parts[0] as string))
}
