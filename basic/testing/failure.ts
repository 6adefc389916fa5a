import { type DiagnosticCode, wordsOf } from "../diagnostics/report.ts"
import type { TestLine } from "./nodes.ts"

export type FailureCode = Extract<DiagnosticCode, `basic.test_${string}`>

/** Where in the script the conversation stood. */
export interface ScriptPlace {
  readonly script: string
  /** 1-based; 0 when the script has not begun. */
  readonly line: number
  readonly stepId: string
}

/** Why a test failed. */
export interface TestFailure {
  readonly code: FailureCode
  /** One sentence; long texts are cut in it. */
  readonly message: string
  readonly expected: string
  readonly happened: string
  /** What to do now; null when nothing is to be added. */
  readonly hint: string | null
  /** The line of the test, 1-based, and as it is written. */
  readonly line: number
  readonly text: string
  readonly place: ScriptPlace | null
  /** What was said up to there, a line each; the last is the newest. */
  readonly conversation: readonly string[]
}

/** Thrown where a line of a test does not hold, and caught where the test ends. It is no Error: nobody needs its stack. */
export class Unmet {
  readonly code: FailureCode
  readonly expected: string
  readonly happened: string
  readonly hint: string | null
  /** Of the event in question; null: where the conversation stands now. */
  readonly at: { readonly line: number; readonly stepId: string } | null
  /** The line to blame, when it is not the one at hand. */
  readonly blamed: TestLine | null

  constructor(
    code: FailureCode,
    expected: string,
    happened: string,
    more: {
      readonly hint?: string | null
      readonly at?: Unmet["at"]
      readonly blamed?: TestLine | null
    } = {},
  ) {
    this.code = code
    this.expected = expected
    this.happened = happened
    this.hint = more.hint ?? wordsOf(code, {}).hint
    this.at = more.at ?? null
    this.blamed = more.blamed ?? null
  }
}

/** Texts of a bot between quotes, on one line. */
export const quote = (text: string): string => JSON.stringify(text)

export const listQuoted = (texts: readonly string[]): string => texts.map(quote).join(", ")
