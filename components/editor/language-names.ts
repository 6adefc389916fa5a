/** Languages that are offered; a table of texts may name any other. */
export const languageTags = [
  ...["en", "pt", "es", "de", "fr", "it", "nl", "pl", "tr", "ar", "he", "ru", "uk", "hi", "id"],
  ...["ja", "ko", "zh", "sv", "da", "nb", "fi", "cs", "el", "ro", "hu", "vi", "th", "ca"],
]

/** The name of a language as this person calls it. */
export function nameLanguage(tag: string, inLanguage: string): string {
  try {
    const name = new Intl.DisplayNames([inLanguage], { type: "language" }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1)
  } catch {
    return tag
  }
}
