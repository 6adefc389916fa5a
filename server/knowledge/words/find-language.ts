import { isFunctionWord } from "./function-words.ts"
import { type Language, languages, splitWords } from "./split-words.ts"

/** Letters a language has and others have not. */
const letters: Readonly<Partial<Record<Language, RegExp>>> = {
  pt: /[ãõç]|lh|nh[ao]/gi,
  es: /[ñ¿¡]|ción\b/gi,
  fr: /[èêçœùûî]|\b(?:l|d|qu|j|n)['’]/gi,
  de: /[äöüß]/gi,
}

/** Says which of the known languages a question is in; English when nothing speaks for another. */
export function findLanguage(text: string): Language {
  const words = splitWords(text)
  let best: Language = "en"
  let most = 0
  for (const language of languages) {
    const known = words.filter((word) => isFunctionWord(word, language)).length
    const marks = (text.match(letters[language] ?? /(?!)/g) ?? []).length
    const score = known / Math.max(4, words.length) + 0.12 * Math.min(3, marks)
    if (score > most + 0.001) [best, most] = [language, score]
  }
  return best
}
