import { functionWordOf } from "./function-words.ts"
import { type Language, languages, splitWords } from "./split-words.ts"

/** Letters a language has and others have not. */
const letters: Readonly<Partial<Record<Language, RegExp>>> = {
  pt: /[ãõç]|lh|nh[ao]/gi,
  es: /[ñ¿¡]|ción\b/gi,
  fr: /[èêçœùûî]|\b(?:l|d|qu|j|n)['’]/gi,
  de: /[äöüß]/gi,
}

/** Says which of the known languages a text is in; English when nothing speaks for another. */
export function findLanguage(text: string, words: readonly string[] = splitWords(text)): Language {
  const counts = new Map<Language, number>()
  for (const word of words)
    for (const language of functionWordOf(word))
      counts.set(language, (counts.get(language) ?? 0) + 1)
  let best: Language = "en"
  let most = 0
  for (const language of languages) {
    const known = counts.get(language) ?? 0
    const marks = letters[language] ? (text.match(letters[language]) ?? []).length : 0
    const score = known / Math.max(4, words.length) + 0.12 * Math.min(3, marks)
    if (score > most + 0.001) [best, most] = [language, score]
  }
  return best
}
