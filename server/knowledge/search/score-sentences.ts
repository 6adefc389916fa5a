import { noWords } from "../words/text-words.ts"
import { prepareChunk } from "./prepare-text.ts"
import { readQuestion } from "./read-question.ts"
import { matchWords } from "./score-passage.ts"

/** What a number is worth where one is asked for. */
const numberBonus = 0.15

/** Says how much each sentence has of what a question asks for, whatever languages the two are in. Units: 0 to 1, about. */
export function scoreSentences(question: string, sentences: readonly string[]): number[] {
  const { terms, asks } = readQuestion(question)
  const weighed = terms.map((term) => ({ ...term, idf: term.weight, isGone: false }))
  return sentences.map((sentence) => {
    const { covered } = matchWords(weighed, prepareChunk({ text: sentence, terms: [] }), noWords)
    return covered + (asks.isNumber && covered > 0 && /\d/.test(sentence) ? numberBonus : 0)
  })
}
