import { scoreSentences } from "#server/knowledge/port.ts"
import type { Answer, Fact } from "../request.ts"
import { toSource } from "./to-source.ts"
import { type AnswerLanguage, answerWords, fillWords } from "./words.ts"

const cellMark = " | "
/** What beginnings of words say beside their meanings: for languages whose words are not known. */
const sharedWeight = 0.3
const nearlyAsMuch = 0.6
/** A longer quote is no answer; what follows a sentence is added as long as it is brief. Units: characters. */
const most = { quote: 320, withNext: 200 }
/** How much more of a question the sentence of a later passage needs to have. */
const behind = 0.2

/** Answers without a model: the words of the best passage, with where they stand; the others as further sources. */
export function quotePassage(
  question: string,
  facts: readonly Fact[],
  language: AnswerLanguage,
): Answer {
  const { unknown, quote, page } = answerWords(language)
  const base = { isCached: false, exit: null }
  const best = chooseBest(question, facts)
  if (best === undefined) return { ...base, text: unknown, sources: [], kind: "unknown" }
  const { passage } = best.fact
  const title =
    passage.page === null
      ? passage.title
      : fillWords(page, { title: passage.title, page: String(passage.page) })
  const text = fillWords(quote, { title, quote: best.quote.text })
  const others = facts.filter((fact) => fact !== best.fact)
  return { ...base, text, sources: [best.fact, ...others].map(toSource), kind: "quote" }
}

/** What is found first answers, unless a sentence of another passage has clearly more of the question. */
function chooseBest(question: string, facts: readonly Fact[]) {
  const quotes = facts.map((fact, at) => {
    const quote = findQuote(question, fact.passage.text)
    return { fact, quote, score: quote.score - behind * Math.min(at, 1) }
  })
  return quotes.reduce<(typeof quotes)[number] | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  )
}

/**
 * The sentence that has most of what is asked for, and as much of what follows as there is room for; a row of a
 * table comes with the names of its columns.
 */
export const chooseQuote = (question: string, passage: string): string =>
  findQuote(question, passage).text

/** Shape of the score: how much of the question its best sentence has, 0 to about 1.3. */
function findQuote(question: string, passage: string): { text: string; score: number } {
  const sentences = splitSentences(passage)
  const scores = scoreAll(question, sentences)
  const score = Math.max(0, ...scores)
  const at = Math.max(0, scores.indexOf(score))
  const chosen = sentences[at] ?? ""
  const header = sentences.findIndex((sentence) => sentence.includes(cellMark))
  if (chosen.includes(cellMark))
    return { text: cut(header < at ? `${sentences[header]} / ${chosen}` : chosen), score }
  return { text: cut(widen(sentences, scores, at)), score }
}

function scoreAll(question: string, sentences: readonly string[]): number[] {
  const wanted = stemsOf(question)
  const meant = scoreSentences(question, sentences)
  return sentences.map((sentence, index) => {
    const own = stemsOf(sentence)
    const shared = [...wanted].filter((stem) => own.has(stem)).length
    return (meant[index] ?? 0) + (sharedWeight * shared) / Math.max(1, wanted.size)
  })
}

/** What stands before it and says nearly as much begins the thought; of what follows, as much as stays brief. */
function widen(sentences: readonly string[], scores: readonly number[], at: number): string {
  let chosen = sentences[at] ?? ""
  for (let before = at - 1; before >= 0; before--) {
    const sentence = sentences[before] ?? ""
    const isMeant =
      (scores[before] ?? 0) >= nearlyAsMuch * (scores[at] ?? 0) && !sentence.includes(cellMark)
    if (!isMeant || chosen.length + sentence.length + 1 > most.quote) break
    chosen = `${sentence} ${chosen}`
  }
  for (const next of sentences.slice(at + 1)) {
    if (next.includes(cellMark) || chosen.length + next.length + 1 > most.withNext) break
    chosen = `${chosen} ${next}`
  }
  return chosen
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
  text.length <= most.quote ? text : `${text.slice(0, most.quote).replace(/\s+\S*$/, "")}…`
