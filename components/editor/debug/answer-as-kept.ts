import type { PretendAnswer, PretendEffect } from "#basic/debugger/session.ts"
import type { KeptConversation } from "./debug-store.ts"

/** Answers effects as the world answered them then: with the first answer of the same keyword that was not given yet. */
export function answerAsKept({ effects }: KeptConversation) {
  return (): ((effect: PretendEffect) => PretendAnswer | null) => {
    const left = new Map<string, PretendAnswer[]>()
    for (const { keyword, answer } of effects)
      left.set(keyword, [...(left.get(keyword) ?? []), answer])
    return ({ keyword }) => left.get(keyword)?.shift() ?? null
  }
}
