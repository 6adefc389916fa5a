import type { EvaluationQuestion } from "./question.ts"
import { isAnswerable } from "./question.ts"
import { hasWords, numbersOf, shareOf, splitStatements, stemsOf, toWords } from "./words.ts"

/** A passage an answer names as its source. */
export interface CitedText {
  readonly title: string
  /** From 1; null for documents without pages. */
  readonly page: number | null
  readonly text: string
}

/** What a bot said to a question. */
export interface GivenAnswer {
  readonly text: string
  /** It said that it does not know. */
  readonly isDeclined: boolean
  readonly cited: readonly CitedText[]
}

/** How near two texts are in meaning, from 0 to 1. Where there is none, words alone decide. */
export type Likeness = (one: string, other: string) => Promise<number>

export interface AnswerScore {
  /** A passage that was expected is among the cited ones. Null where none was expected. */
  readonly isFound: boolean | null
  /** The answer says what was expected. Null where nothing was, or it was declined. */
  readonly isMatch: boolean | null
  /** The part of its statements that the cited passages bear out. Null for an answer without statements. */
  readonly faithfulness: number | null
  readonly unsupported: readonly string[]
  /** Answered from the right place, or declined where nothing is known. */
  readonly isRight: boolean
}

/** So much of the words that matter has to be found again. */
const leastMatch = 0.6
const leastSupport = 0.6
/** With fewer words in common, nearness in meaning is not asked for. */
const leastHint = 0.3
const nearEnough = 0.8

/** Scores one answer: by words and numbers, and where these leave it open by meaning. */
export async function scoreAnswer(
  question: EvaluationQuestion,
  given: GivenAnswer,
  likeness: Likeness | null,
): Promise<AnswerScore> {
  const { text, isDeclined, cited } = given
  const isFound = question.passage === null ? null : cited.some((each) => holds(question, each))
  const isMatch =
    question.answer === null || isDeclined ? null : await says(question.answer, text, likeness)
  const checked = isDeclined ? [] : await checkStatements(text, cited, likeness)
  const unsupported = checked.filter(({ isBorneOut }) => !isBorneOut).map(({ words }) => words)
  const faithfulness =
    checked.length === 0 ? null : (checked.length - unsupported.length) / checked.length
  const isAnswered = !isDeclined && (isFound ?? isMatch ?? false)
  const isRight = isAnswerable(question) ? isAnswered : isDeclined
  return { isFound, isMatch, faithfulness, unsupported, isRight }
}

/** The quote stands there, whatever blanks, marks and case. */
function holds({ passage }: EvaluationQuestion, { title, text }: CitedText): boolean {
  if (passage === null || toWords(title) !== toWords(passage.document)) return false
  const there = toWords(text)
  return [passage.quote, ...passage.others].some((quote) => there.includes(toWords(quote)))
}

async function says(expected: string, text: string, likeness: Likeness | null): Promise<boolean> {
  if (!numbersOf(expected).every((number) => numbersOf(text).includes(number))) return false
  const share = shareOf(stemsOf(expected), stemsOf(text))
  if (share >= leastMatch) return true
  return likeness !== null && share >= leastHint && (await likeness(expected, text)) >= nearEnough
}

interface CheckedStatement {
  readonly words: string
  readonly isBorneOut: boolean
}

async function checkStatements(
  text: string,
  cited: readonly CitedText[],
  likeness: Likeness | null,
): Promise<CheckedStatement[]> {
  const known = cited.map(({ title, page, text: own }) => `${title}, ${page ?? ""}\n${own}`)
  const numbers = known.flatMap(numbersOf)
  const stems = known.map(stemsOf)
  const checked: CheckedStatement[] = []
  for (const words of splitStatements(text).filter(hasWords)) {
    const areNumbersKnown = numbersOf(words).every((number) => numbers.includes(number))
    const share = Math.max(0, ...stems.map((each) => shareOf(stemsOf(words), each)))
    const isNear = async () => {
      if (likeness === null || share < leastHint) return false
      const nearness = known.flatMap(splitStatements).map((each) => likeness(words, each))
      return Math.max(0, ...(await Promise.all(nearness))) >= nearEnough
    }
    const isBorneOut = areNumbersKnown && (share >= leastSupport || (await isNear()))
    checked.push({ words, isBorneOut })
  }
  return checked
}
