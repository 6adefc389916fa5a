import { findCognates } from "./cognates.ts"
import { openDictionary } from "./dictionary.ts"
import { findLanguage } from "./find-language.ts"
import { isFunctionWord } from "./function-words.ts"
import { type Language, splitWords } from "./split-words.ts"

/** What a word is in English, folded: as the list has it, else by its ending. None for an English word, and for one nobody knows. */
export function translateWord(word: string, language: Language): readonly string[] {
  if (language === "en") return []
  const listed = openDictionary().translate(word, language)
  return listed.length > 0 || language === "de" ? listed : findCognates(word)
}

/** A text in English, word by word, for an embedder that knows no other language; an English text as it is. */
export function toEnglish(text: string, language: Language = findLanguage(text)): string {
  if (language === "en") return text
  return splitWords(text)
    .flatMap((word) => {
      const [first] = translateWord(word, language)
      if (first !== undefined) return [first]
      return isFunctionWord(word, language) ? [] : [word]
    })
    .join(" ")
}
