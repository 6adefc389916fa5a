import { openDictionary } from "../words/dictionary.ts"
import { findLanguage } from "../words/find-language.ts"
import { isFunctionWord } from "../words/function-words.ts"
import { foldWord, type Language, splitWords } from "../words/split-words.ts"
import { stemEnglish } from "../words/stem-english.ts"
import { toEnglish, translateWord } from "../words/to-english.ts"
import { openWordVectors } from "../words/word-vectors.ts"
import { type AskedKind, findAskedKind } from "./asked-kind.ts"

/** One word of a question, with everything in a text that counts as it. */
export interface Term {
  /** As it was written, folded. */
  readonly word: string
  /** English words it may mean; the word itself in an English question. */
  readonly meanings: readonly string[]
  /** Stems to look for, each with how much it counts. Units: 0 to 1. */
  readonly forms: ReadonlyMap<string, number>
  /** How much the word says, by how rare it is in English. Units: 0 to 1. */
  readonly weight: number
  /** A name, number or foreign word: nothing else stands for it. */
  readonly isProper: boolean
  /** Written as a name, and no everyday word. */
  readonly isName: boolean
}

export interface ReadQuestion {
  readonly language: Language
  readonly terms: readonly Term[]
  /** What kind of thing it asks for. */
  readonly asks: AskedKind
  /** The question in English, word by word: for an embedder that knows no other language. */
  readonly english: string
}

/** What a word says that could not be brought to English. */
const unreadWeight = 0.4
const counts = { own: 1, translated: 0.95, synonym: 0.6 }
const maxTerms = 24
const maxChars = 2_000
const numberWords = "zero one two three four five six seven eight nine ten".split(" ")

/** Takes a question apart: its language, its words, what they may mean and how much each says. */
export function readQuestion(text: string): ReadQuestion {
  const language = findLanguage(text)
  const names = findNames(text)
  const words = splitWords(text.slice(0, maxChars))
  const subjects = [
    ...new Set(
      words.filter(
        (word) => !isFunctionWord(word, language) && (word.length > 1 || /\d/.test(word)),
      ),
    ),
  ]
  const terms = subjects.slice(0, maxTerms).map((word) => readTerm(word, language, names.has(word)))
  return {
    language,
    terms,
    asks: findAskedKind(text.slice(0, maxChars)),
    english: toEnglish(text.slice(0, maxChars), language),
  }
}

function readTerm(word: string, language: Language, isName: boolean): Term {
  const dictionary = openDictionary()
  const translations = translateWord(word, language)
  const meanings = translations.length > 0 ? translations : [word]
  const forms = new Map<string, number>()
  const put = (stem: string, count: number) =>
    forms.set(stem, Math.max(count, forms.get(stem) ?? 0))
  put(stemEnglish(word), counts.own)
  const digit = numberWords.indexOf(meanings[0] ?? "")
  if (digit >= 0) put(String(digit), counts.translated)
  if (/^\d$|^10$/.test(word)) put(stemEnglish(numberWords[Number(word)] ?? ""), counts.translated)
  for (const meaning of translations) put(stemEnglish(meaning), counts.translated)
  if (language === "en" && !isName)
    for (const stem of dictionary.synonyms(stemEnglish(word))) put(stem, counts.synonym)
  const isListed = translations.length > 0 || dictionary.has(stemEnglish(word))
  // A word of another language that nobody translated is not known to be anything's name.
  const isUnread = language !== "en" && !isListed && !isName && !/\d/.test(word)
  return {
    ...{ word, meanings, forms },
    weight: isUnread ? unreadWeight : Math.min(...meanings.map(rarityOf)),
    isProper: !isListed && !isUnread && (isName || /\d/.test(word) || isUnknown(word)),
    isName: isName && !isListed,
  }
}

/** Neither the word nor, of a plural, its singular is a common English one. */
function isUnknown(word: string): boolean {
  const { rank } = openWordVectors()
  return rank(word) === null && rank(word.replace(/e?s$/, "")) === null
}

/** Common words say little: 0.25 for the thirty most common, 1 from about the twenty thousandth on. */
function rarityOf(word: string): number {
  // Numbers are mostly what the asker has, not what is asked for.
  if (/^\d+$/.test(word)) return 0.35
  const rank = openWordVectors().rank(word)
  if (rank === null) return 1
  return Math.min(1, Math.max(0.2, Math.log10(1 + rank / 30) / 2.8))
}

/** Words with a capital inside of a sentence. German writes every noun so: there it says nothing. */
function findNames(text: string): ReadonlySet<string> {
  const inside = text.matchAll(/(?<=[\p{L}\p{N},;:)"'\u2019] )\p{Lu}[\p{L}\p{N}]+/gu)
  const mixed = text.matchAll(
    /(?<![\p{L}\p{N}])(?:\p{L}?\p{Ll}+\p{Lu}[\p{L}\p{N}]*|\p{Lu}{2,}\p{N}*)(?![\p{L}\p{N}])/gu,
  )
  const found = findLanguage(text) === "de" ? [...mixed] : [...inside, ...mixed]
  return new Set(found.map(([word]) => foldWord(word)))
}
