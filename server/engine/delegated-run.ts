/**
 * A run that another bot's conversation waits for. What it gives back goes there as an event, stored as a
 * data effect of its own last turn: once, however often that turn is run again.
 */
import { fromJson } from "#basic"
import type { Answer } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import { EffectFailed } from "#server/keywords/step.ts"
import { type DelegatedReply, replyTo } from "#server/records/delegation/reply-to.ts"
import type { ActiveRun } from "./conversation-state.ts"
import { EngineFault } from "./engine-fault.ts"
import type { TurnStep } from "./turn-step.ts"

/** A longer reply is no reply. Units: characters of JSON. */
const maxReplyChars = 200_000

/** What whoever asked is told of a run that broke off; the details are the other bot's own. */
export const delegateFailed = {
  code: "delegate.failed",
  message: "The other bot could not finish its answer.",
}
const tooLong = {
  code: "delegate.failed",
  message: `The answer of the other bot is longer than ${maxReplyChars} characters.`,
}

/** Gives a reply to whoever waits for this run; does nothing for a run nobody waits for. */
export async function sendReply(
  { run, step }: { readonly run: ActiveRun; readonly step: TurnStep },
  reply: DelegatedReply,
): Promise<void> {
  const { replyTo: to } = run
  if (to === undefined) return
  const isLong = JSON.stringify(reply).length > maxReplyChars
  const sent = isLong ? { failed: tooLong } : reply
  step.place = { stepId: null, keyword: "DELEGATE", readOperands: () => ["reply", to.waitId] }
  try {
    await step.record((tx, place) => replyTo(tx, place, to, sent))
  } catch (error) {
    // A turn that may do nothing more leaves the other side to its time limit.
    if (!(error instanceof EngineFault || error instanceof EffectFailed)) throw error
  }
}

type StoredReply = DelegatedReply & { readonly branch: string | null }

/** The reply as the program that asked gets it; of several an object by branch, unless one failed. */
export function readDelegated(value: Json): Answer {
  const replies = (Array.isArray(value) ? value : [value]) as unknown as StoredReply[]
  for (const reply of replies)
    if ("failed" in reply) {
      const where = reply.branch === null ? "" : `Branch ${reply.branch}: `
      return { kind: "failed", code: reply.failed.code, message: where + reply.failed.message }
    }
  const values = replies.map(
    (reply) => [reply.branch ?? "", "ok" in reply ? reply.ok : null] as const,
  )
  const [only] = values
  return {
    kind: "value",
    value: fromJson(Array.isArray(value) ? Object.fromEntries(values) : (only?.[1] ?? null)),
  }
}
