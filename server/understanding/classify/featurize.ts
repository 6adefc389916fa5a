import { openDictionary } from "#server/knowledge/words/dictionary.ts"
import { findLanguage } from "#server/knowledge/words/find-language.ts"
import { isFunctionWord } from "#server/knowledge/words/function-words.ts"
import { foldWord, type Language, splitWords } from "#server/knowledge/words/split-words.ts"
import { stemEnglish } from "#server/knowledge/words/stem-english.ts"
import { openWordVectors, vectorDims } from "#server/knowledge/words/word-vectors.ts"
import { askingWord } from "./asking-words.ts"
import {
  type FurtherLanguage,
  findFurther,
  normalizeLetters,
  readFurther,
} from "./further-languages.ts"

/** A text as the classifier compares it. Every part has length 1, or is empty. */
export interface TextFeatures {
  readonly text: string
  /** By the embedding model. */
  readonly meaning: Float32Array
  /** Where its words stand together, by the company they keep. */
  readonly company: Float32Array
  /** Stems of its words in English, with how often each comes. */
  readonly terms: ReadonlyMap<string, number>
  /** Pieces of three letters: they find words of every language, misspelled ones too. */
  readonly pieces: ReadonlyMap<string, number>
}

export interface ReadText {
  readonly language: Language | FurtherLanguage
  /** Word by word, for a model that knows no other language. */
  readonly english: string
  readonly words: readonly string[]
}

const maxWords = 60
/** How little a word without a subject of its own says of where a text stands. */
const smallWord = 0.35

/** Reads a message or example into English words. */
export function readText(text: string): ReadText {
  const words = splitWords(text.slice(0, 1_000)).slice(0, maxWords)
  const further = findFurther(text, words)
  if (further !== null) {
    const { english, terms } = readFurther(words, further)
    // Where no word is known its letters are all there is.
    const rendered = english.length > 0 ? english.join(" ") : text
    return {
      language: further,
      english: rendered,
      words: [...splitWords(english.join(" ")), ...terms],
    }
  }
  const language = findLanguage(text)
  if (language === "en") return { language, english: text, words }
  const dictionary = openDictionary()
  const english = words.flatMap((word) => {
    const asking = askingWord(word, language)
    if (asking !== null) return [asking]
    const [first] = dictionary.translate(word, language)
    if (first !== undefined) return [first]
    return isFunctionWord(word, language) ? [] : [word]
  })
  return { language, english: english.join(" "), words: english.map(foldWord) }
}

/** Puts a read text together with the vector its English has. */
export function featurize(text: string, read: ReadText, meaning: Float32Array): TextFeatures {
  const terms = new Map<string, number>()
  for (const word of read.words) {
    const stem = stemEnglish(word)
    terms.set(stem, (terms.get(stem) ?? 0) + 1)
  }
  return {
    text,
    meaning,
    company: companyOf(read.words),
    terms,
    pieces: piecesOf(text),
  }
}

function companyOf(words: readonly string[]): Float32Array {
  const vectors = openWordVectors()
  const sum = new Float32Array(vectorDims)
  for (const word of words) vectors.addTo(sum, word, isFunctionWord(word, "en") ? smallWord : 1)
  return toLengthOne(sum)
}

/** "Hi there" is " hi", "hi ", " th", "the" ... */
function piecesOf(text: string): Map<string, number> {
  const pieces = new Map<string, number>()
  const folded = ` ${splitWords(normalizeLetters(text)).join(" ")} `
  for (let at = 0; at + 3 <= folded.length; at++) {
    const piece = folded.slice(at, at + 3)
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  }
  return pieces
}

export function toLengthOne(vector: Float32Array): Float32Array {
  let sum = 0
  for (const value of vector) sum += value * value
  const length = Math.sqrt(sum)
  return length === 0 ? vector : vector.map((value) => value / length)
}
