import { findLanguage } from "./find-language.ts"
import { isFunctionWord } from "./function-words.ts"
import { type Language, splitWords } from "./split-words.ts"
import { stemEnglish } from "./stem-english.ts"
import { translateWord } from "./to-english.ts"

const maxTermChars = 60

/**
 * What a text is found by: the stems of its words; of a text in another known language the stems of their
 * English meanings too, so that a question in any of them finds it.
 */
export function termsOf(text: string, language: Language = findLanguage(text)): string[] {
  const terms = new Set<string>()
  for (const word of splitWords(text)) {
    if (word.length > maxTermChars || isFunctionWord(word, language)) continue
    terms.add(stemEnglish(word))
    for (const meaning of translateWord(word, language)) terms.add(stemEnglish(meaning))
  }
  return [...terms]
}
