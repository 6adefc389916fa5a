/** Reads a decimal number that is the whole text, blanks around it aside; null when it is none or too large. */
export const parseNumber = (text: string): number | null => {
  if (text.length > 400) return null
  const trimmed = text.trim()
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i.test(trimmed)) return null
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : null
}
