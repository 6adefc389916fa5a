const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const valueByChar: ReadonlyMap<string, number> = new Map([
  ...[...alphabet].map((char, index) => [char, index] as const),
  ["-", 62],
  ["_", 63],
])

/** Encodes bytes as base64 with padding. Source: RFC 4648 section 4. */
export const encodeBase64 = (bytes: Uint8Array): string => {
  let out = ""
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    out += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63)
    out += b === undefined ? "=" : alphabet.charAt((bits >> 6) & 63)
    out += c === undefined ? "=" : alphabet.charAt(bits & 63)
  }
  return out
}

/** Decodes base64, also the form for addresses, with or without padding; null when the text is none. */
export const decodeBase64 = (text: string): Uint8Array | null => {
  const compact = text.replace(/\s/g, "").replace(/={1,2}$/, "")
  if (compact.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((compact.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const char of compact) {
    const value = valueByChar.get(char)
    if (value === undefined) return null
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = (bits >> held) & 0xff
    }
  }
  return bytes
}
