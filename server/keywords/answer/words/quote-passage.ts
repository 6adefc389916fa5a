import { scoreSentences } from "#server/knowledge/port.ts"
import type { Answer, Fact } from "../request.ts"
import { toSource } from "./to-source.ts"
import { type AnswerLanguage, answerWords, fillWords } from "./words.ts"

const cellMark = " | "
/** What beginnings of words say beside their meanings: for languages whose words are not known. */
const sharedWeight = 0.3
const nearlyAsMuch = 0.6
/** A longer quote is no answer. Units: characters. */
const maxQuoteChars = 320

/** Answers without a model: the words of the best passage, with where they stand; the others as further sources. */
export function quotePassage(
  question: string,
  facts: readonly Fact[],
  language: AnswerLanguage,
): Answer {
  const [best] = facts
  const { unknown, quote, page } = answerWords(language)
  const base = { isCached: false, exit: null }
  if (best === undefined) return { ...base, text: unknown, sources: [], kind: "unknown" }
  const { passage } = best
  const title =
    passage.page === null
      ? passage.title
      : fillWords(page, { title: passage.title, page: String(passage.page) })
  const text = fillWords(quote, { title, quote: chooseQuote(question, passage.text) })
  return { ...base, text, sources: facts.map(toSource), kind: "quote" }
}

/**
 * The sentence that has most of what is asked for, and as much of what follows as there is room for; a row of a
 * table comes with the names of its columns.
 */
export function chooseQuote(question: string, passage: string): string {
  const sentences = splitSentences(passage)
  const wanted = stemsOf(question)
  const meant = scoreSentences(question, sentences)
  const scores = sentences.map((sentence, index) => {
    const own = stemsOf(sentence)
    const shared = [...wanted].filter((stem) => own.has(stem)).length
    return (meant[index] ?? 0) + (sharedWeight * shared) / Math.max(1, wanted.size)
  })
  const best = Math.max(0, ...scores)
  const at = Math.max(0, scores.indexOf(best))
  let chosen = sentences[at] ?? ""
  const header = sentences.findIndex((sentence) => sentence.includes(cellMark))
  if (chosen.includes(cellMark))
    return cut(header < at ? `${sentences[header]} / ${chosen}` : chosen)
  // What stands before it and says nearly as much of what is asked for begins the thought.
  for (let before = at - 1; before >= 0; before--) {
    const sentence = sentences[before] ?? ""
    const isMeant = (scores[before] ?? 0) >= nearlyAsMuch * best && !sentence.includes(cellMark)
    if (!isMeant || chosen.length + sentence.length + 1 > maxQuoteChars) break
    chosen = `${sentence} ${chosen}`
  }
  for (const next of sentences.slice(at + 1)) {
    if (chosen.length + next.length + 1 > maxQuoteChars) break
    chosen = `${chosen} ${next}`
  }
  return cut(chosen)
}

/** Lines count as sentences: tables and lists have no other. */
function splitSentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?؟。])\s+/u)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

/** Words by their beginnings, without accents: "opening" and "opened" are one. */
export function stemsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 2).map((word) => word.slice(0, 5)))
}

const cut = (text: string): string =>
  text.length <= maxQuoteChars ? text : `${text.slice(0, maxQuoteChars).replace(/\s+\S*$/, "")}…`
