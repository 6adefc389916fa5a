/** Where the answer to a question stands. */
export interface ExpectedPassage {
  /** The title of the document. */
  readonly document: string
  /** Words that stand in the passage. */
  readonly quote: string
  /** Other passages that would do as well, by words of theirs. */
  readonly others: readonly string[]
}

/** A question of a set, with what is expected of the answer. Neither passage nor answer: it shall be declined. */
export interface EvaluationQuestion {
  readonly id: string
  readonly question: string
  readonly passage: ExpectedPassage | null
  /** What the answer says, in other words perhaps. Null where only the passage counts. */
  readonly answer: string | null
}

export const isAnswerable = ({ passage, answer }: EvaluationQuestion): boolean =>
  passage !== null || answer !== null

/** A set as a file holds it. Paths are seen from the file. */
export interface EvaluationSet {
  readonly name: string
  /** Names of knowledge bases; empty for all. */
  readonly bases: readonly string[]
  /** What is said to the bot before the question. */
  readonly before: readonly string[]
  readonly questions: readonly EvaluationQuestion[]
}
