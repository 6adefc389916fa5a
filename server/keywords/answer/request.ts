import type { MessageSource } from "#catalog/messages.ts"
import type { Passage } from "#server/knowledge/port.ts"
import type { UsedPrompt } from "#server/records/prompts/use-prompt.ts"

/** A question to the bot, as a statement puts it. */
export interface AnswerRequest {
  readonly keyword: "ANSWER" | "TALK ANSWER"
  readonly question: string
  /** Knowledge bases besides those that are active. */
  readonly bases: readonly string[]
  /** Tools besides those that are active. */
  readonly tools: readonly string[]
  /** With what the prompt of the library says. */
  readonly instructions: string
  /** The model is told what is known of the person. */
  readonly hasMemory: boolean
  readonly prompt: Pick<UsedPrompt, "id" | "number"> | null
  readonly optimizeFor: string | undefined
  /** Units: US dollars, for everything together. */
  readonly maxCost: number | undefined
  /** How often the model may be asked. */
  readonly maxSteps: number | undefined
  /** Tools that a person has to approve before they run, and who may; empty for whoever answers for the bot. */
  readonly askFirst: readonly string[]
  readonly approver: string
  /** What is done when nobody knows: say so, hand over to a person, or fail. */
  readonly unsure: "say" | "person" | "fail"
  /** Words of which the model may choose one to end a task with. */
  readonly exits: readonly string[]
}

export interface Answer {
  readonly text: string
  readonly sources: readonly MessageSource[]
  /** "unknown": neither documents nor tools nor the model's instructions say it. */
  readonly kind: "model" | "quote" | "unknown"
  readonly isCached: boolean
  /** The word the model ended its task with. */
  readonly exit: string | null
}

/** What stands in the documents, as the model and the person get to know it. */
export interface Fact {
  /** From 1. */
  readonly number: number
  readonly passage: Passage
}

/** What the model says instead of an answer it does not have. */
export const unknownMark = "[[unknown]]"
