/** The languages whose words are known; the first is the one all others are brought to. */
export const languages = ["en", "pt", "es", "fr", "de"] as const
export type Language = (typeof languages)[number]

const isPlain = /^[\0-\x7f]*$/

/** Small letters without accents: "Açúcar" is "acucar", "Größe" is "grosse". */
export function foldWord(text: string): string {
  // Nothing to fold in most English texts.
  if (isPlain.test(text)) return text.toLowerCase()
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
}

const letters = /[\p{L}\p{N}]+/gu

/** The words of a text, folded, in order. "l'argent" is "argent", "it's" is "it". */
export function splitWords(text: string): string[] {
  const folded = foldWord(text)
  if (!folded.includes("'") && !folded.includes("\u2019")) return folded.match(letters) ?? []
  const bare = folded
    .replace(/\b(?:l|d|qu|j|n|s|m|t|c)['\u2019](?=\p{L})/gu, "")
    .replace(/['\u2019](?:s|t|re|ve|ll|d|m)\b/gu, "")
  return bare.match(letters) ?? []
}
