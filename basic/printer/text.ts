const named: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
}
// Control characters, and blanks and line separators that no editor shows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
const special = /[\\"\u0000-\u001f\u007f\u0085\u2028\u2029\ufeff]|\$(?=\{)/g
const commandLine = /(^|\n)([ \t]*[A-Z][A-Z _]*)[ \t]$/

/** Prints characters between double quotes, without the quotes. `isMultiline` keeps line breaks as they are. */
export function escapeText(value: string, isMultiline: boolean): string {
  return value.replace(special, (character) => {
    if (character === "\n" && isMultiline) return character
    if (character === "$") return "\\$"
    return named[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`
  })
}

/** Prints a text with its quotes. */
export function quoteText(value: string, isMultiline: boolean): string {
  const hasLines = isMultiline && value.includes("\n")
  return `"${guardEnd(escapeText(value, hasLines), hasLines)}"`
}

/** A last line of nothing but upper-case words would read as a command whose text the quote opens. */
export const guardEnd = (escaped: string, hasLines: boolean): string =>
  hasLines && commandLine.test(escaped) ? `${escaped.slice(0, -1)}\\u{20}` : escaped

/** Prints characters of a text block: only a `${` that is meant as characters needs a mark. */
export function escapeBlockText(text: string, isBeforeExpression: boolean): string {
  const escaped = text.replace(/(\\*)\$\{/g, (_, slashes: string) => `${slashes}${slashes}\\\${`)
  const tail = /\\+$/.exec(escaped)?.[0] ?? ""
  return isBeforeExpression ? escaped + tail : escaped
}
