/** Expands an exponent: "1.5e-7" becomes "0.00000015". */
const expandExponent = (text: string): string => {
  const at = text.indexOf("e")
  if (at < 0) return text
  const exponent = Number(text.slice(at + 1))
  const sign = text.startsWith("-") ? "-" : ""
  const [whole, fraction = ""] = text.slice(sign.length, at).split(".") as [string, string?]
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${whole}${fraction}`
  const digits = whole + fraction.padEnd(exponent, "0")
  const point = whole.length + exponent
  return digits.length > point
    ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
    : sign + digits
}

/**
 * Prints a number the one way the language prints it: no exponent, no thousands separator, at most
 * 15 significant digits, so 0.1 + 0.2 is 0.3. Whole numbers that a double holds exactly print
 * exactly: they are often ids.
 */
export const printNumber = (value: number): string => {
  if (Number.isSafeInteger(value)) return String(value + 0)
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity"
  return expandExponent(String(Number(value.toPrecision(15))))
}
