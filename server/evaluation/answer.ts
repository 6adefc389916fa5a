import type { GivenAnswer } from "#catalog/evaluation/score-answer.ts"

/** An answer with what it took. */
export interface EvaluatedAnswer extends Omit<GivenAnswer, "cited"> {
  readonly cited: readonly {
    readonly title: string
    readonly section: string | null
    readonly page: number | null
    readonly text: string
  }[]
  readonly ms: number
  /** Units: US dollars. */
  readonly dollars: number
  /** Why there is none; null when there is one. */
  readonly problem: string | null
}
