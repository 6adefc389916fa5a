import type { Answer, Fact } from "../request.ts"
import { toSource } from "./to-source.ts"
import { type AnswerLanguage, answerWords, fillWords } from "./words.ts"

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

/** The sentence that shares most with the question, and as much of what follows as there is room for. */
export function chooseQuote(question: string, passage: string): string {
  const sentences = splitSentences(passage)
  const wanted = stemsOf(question)
  const scores = sentences.map((sentence) => {
    const own = stemsOf(sentence)
    return [...wanted].filter((stem) => own.has(stem)).length
  })
  const best = Math.max(0, ...scores)
  const at = Math.max(0, scores.indexOf(best))
  let chosen = sentences[at] ?? ""
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
