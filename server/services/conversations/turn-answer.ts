import type { ChatMessage, Waiting } from "#catalog/messages.ts"
import type { TurnResult } from "#server/engine/event.ts"

/** What a visitor is answered: what was said, and what is waited for. */
export interface TurnAnswer {
  readonly messages: ChatMessage[]
  readonly waiting: Waiting | null
}

/** A turn that takes longer than the caller may wait is answered with what was said so far. */
export function toTurnAnswer(result: TurnResult): { answer: TurnAnswer; isRunning: boolean } {
  const isRunning = result.status === "running"
  const waiting: Waiting | null = isRunning ? { kind: "running" } : result.waiting
  return { answer: { messages: result.messages, waiting }, isRunning }
}
