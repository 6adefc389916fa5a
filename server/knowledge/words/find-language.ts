import { type Language, languages, splitWords } from "./split-words.ts"
import { factsOf, type WordFacts } from "./word-facts.ts"

/** Letters a language has and others have not. */
const letters: Readonly<Partial<Record<Language, RegExp>>> = {
  pt: /[ãõç]|lh|nh[ao]/gi,
  es: /[ñ¿¡]|ción\b/gi,
  fr: /[èêçœùûî]|\b(?:l|d|qu|j|n)['’]/gi,
  de: /[äöüß]/gi,
}

/** Says which of the known languages a text is in; English when nothing speaks for another. */
export function findLanguage(
  text: string,
  facts: readonly WordFacts[] = splitWords(text).map(factsOf),
): Language {
  const counts: Record<Language, number> = { en: 0, pt: 0, es: 0, fr: 0, de: 0 }
  for (const { functionOf } of facts) for (const language of functionOf) counts[language]++
  let best: Language = "en"
  let most = 0
  for (const language of languages) {
    const mark = letters[language]
    const marks = mark === undefined ? 0 : (text.match(mark) ?? []).length
    const score = counts[language] / Math.max(4, facts.length) + 0.12 * Math.min(3, marks)
    if (score > most + 0.001) [best, most] = [language, score]
  }
  return best
}
