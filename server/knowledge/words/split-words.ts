/** The languages whose words are known; the first is the one all others are brought to. */
export const languages = ["en", "pt", "es", "fr", "de"] as const
export type Language = (typeof languages)[number]

/** Small letters without accents: "Açúcar" is "acucar", "Größe" is "grosse". */
export function foldWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
}

/** The words of a text, folded, in order. "l'argent" is "argent", "it's" is "it". */
export function splitWords(text: string): string[] {
  const folded = foldWord(text)
    .replace(/\b(?:l|d|qu|j|n|s|m|t|c)['\u2019](?=\p{L})/gu, "")
    .replace(/['\u2019](?:s|t|re|ve|ll|d|m)\b/gu, "")
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}
