import type { Json } from "#basic/vm/value.ts"

/** Answers that were given lately, in this process. What is not here is looked for in the database. */
export interface AnswerMemory {
  /** Null for one that is not known, or not any more. */
  find(key: AnswerKey): Json
  keep(key: AnswerKey, answer: Json): void
  /** What a bot knows, or who it asks, has changed. */
  forget(botId: string): void
}

export interface AnswerKey {
  /** Ids of bots are unique over all organizations. */
  readonly botId: string
  /** Of everything an answer depends on, and the question. */
  readonly hash: string
}
