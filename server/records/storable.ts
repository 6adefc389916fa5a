/** Characters that JSON can write and Postgres cannot keep: NUL and halves of surrogate pairs. */
const unstorableEscape = /\\u(?:0000|d[89a-f])/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is the character this is about.
const nul = /\u0000/g

/** Gives a text every character of which Postgres can keep; others become U+FFFD. */
export function storableText(text: string): string {
  return text.isWellFormed() && !text.includes("\0")
    ? text
    : text.toWellFormed().replace(nul, "\ufffd")
}

/** `JSON.stringify` for a jsonb column or parameter. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  if (!unstorableEscape.test(text)) return text
  return JSON.stringify(value, (_key, part: unknown) => cleanPart(part))
}

function cleanPart(part: unknown): unknown {
  if (typeof part === "string") return storableText(part)
  if (part === null || typeof part !== "object" || Array.isArray(part)) return part
  const keys = Object.keys(part)
  if (keys.every((key) => storableText(key) === key)) return part
  const entries = Object.entries(part).map(([key, inner]) => [storableText(key), inner] as const)
  return Object.fromEntries(entries)
}
