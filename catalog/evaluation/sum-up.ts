import { type EvaluationQuestion, isAnswerable } from "./question.ts"
import type { AnswerScore } from "./score-answer.ts"

/** How one question went. */
export interface EvaluationResult extends AnswerScore {
  readonly question: EvaluationQuestion
  readonly answer: string
  readonly isDeclined: boolean
  readonly cited: readonly { readonly title: string; readonly section: string | null }[]
  readonly ms: number
  /** Units: US dollars. */
  readonly dollars: number
  /** Why there is no answer; null when there is one. */
  readonly problem: string | null
}

/** So many of so many. */
export interface Count {
  readonly hits: number
  readonly of: number
}

export interface EvaluationFigures {
  readonly right: Count
  /** The expected passage was among the cited ones. */
  readonly found: Count
  /** The answer said what was expected. */
  readonly matched: Count
  /** Of the questions nothing is known of. */
  readonly declinedRightly: Count
  /** Of the questions that have an answer. */
  readonly declinedWrongly: Count
  /** The mean of the answers that state something. Null where none does. */
  readonly faithfulness: number | null
  readonly dollars: number
  /** Half of the answers took no longer. */
  readonly typicalMs: number
  readonly failed: number
}

const count = <T>(all: readonly T[], isHit: (each: T) => boolean): Count => ({
  hits: all.filter(isHit).length,
  of: all.length,
})

/** Adds up how the questions of a run went. */
export function sumUp(results: readonly EvaluationResult[]): EvaluationFigures {
  const answerable = results.filter(({ question }) => isAnswerable(question))
  const others = results.filter(({ question }) => !isAnswerable(question))
  const faithful = results.flatMap(({ faithfulness }) => faithfulness ?? [])
  const times = results.map(({ ms }) => ms).sort((one, other) => one - other)
  return {
    right: count(results, ({ isRight }) => isRight),
    found: count(
      results.filter(({ isFound }) => isFound !== null),
      ({ isFound }) => isFound === true,
    ),
    matched: count(
      results.filter(({ isMatch }) => isMatch !== null),
      ({ isMatch }) => isMatch === true,
    ),
    declinedRightly: count(others, ({ isDeclined }) => isDeclined),
    declinedWrongly: count(answerable, ({ isDeclined }) => isDeclined),
    faithfulness:
      faithful.length === 0
        ? null
        : faithful.reduce((sum, each) => sum + each, 0) / faithful.length,
    dollars: results.reduce((sum, { dollars }) => sum + dollars, 0),
    typicalMs: times[Math.floor(times.length / 2)] ?? 0,
    failed: results.filter(({ problem }) => problem !== null).length,
  }
}

/** What differs between two runs, question by question. */
export interface ComparedQuestion {
  readonly question: string
  readonly before: EvaluationResult | null
  readonly after: EvaluationResult | null
  readonly change: "better" | "worse" | "same" | "new" | "gone"
}

/** Puts two runs side by side: questions by their words, those that got worse first. */
export function compareRuns(
  before: readonly EvaluationResult[],
  after: readonly EvaluationResult[],
): ComparedQuestion[] {
  const find = (results: readonly EvaluationResult[], words: string) =>
    results.find(({ question }) => question.question === words) ?? null
  const all = [...after, ...before].map(({ question }) => question.question)
  const compared = [...new Set(all)].map((question) => {
    const one = find(before, question)
    const other = find(after, question)
    return { question, before: one, after: other, change: changeOf(one, other) }
  })
  const places = ["worse", "better", "new", "gone", "same"]
  return compared.sort((one, other) => places.indexOf(one.change) - places.indexOf(other.change))
}

function changeOf(
  before: EvaluationResult | null,
  after: EvaluationResult | null,
): ComparedQuestion["change"] {
  if (before === null) return "new"
  if (after === null) return "gone"
  const difference = gradeOf(after) - gradeOf(before)
  if (Math.abs(difference) < 0.05) return "same"
  return difference > 0 ? "better" : "worse"
}

/** Right or not counts most; then what the answer says, and whether it is borne out. */
const gradeOf = ({ isRight, isMatch, faithfulness }: EvaluationResult): number =>
  (isRight ? 4 : 0) + (isMatch === true ? 2 : 0) + (faithfulness ?? 0)
