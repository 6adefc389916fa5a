/**
 * A run that another bot's conversation waits for. What it gives back goes there as an event, stored as a
 * data effect of its own last turn: once, however often that turn is run again.
 */
import { fromJson } from "#basic"
import type { Answer } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import { EffectFailed } from "#server/keywords/step.ts"
import { type DelegatedReply, replyTo } from "#server/records/delegation/reply-to.ts"
import type { ActiveRun } from "./conversation-state.ts"
import { EngineFault } from "./engine-fault.ts"
import type { AcceptedEvent } from "./event.ts"
import { recordPlace } from "./record-place.ts"
import type { TurnJournal } from "./turn-journal.ts"
import type { TurnWriter } from "./turn-writer.ts"

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

interface ReplyParts {
  readonly run: ActiveRun
  readonly writer: TurnWriter
  readonly journal: TurnJournal
}

/** Gives a reply to whoever waits for this run; does nothing for a run nobody waits for. */
export async function sendReply(
  { run, writer, journal }: ReplyParts,
  reply: DelegatedReply,
): Promise<void> {
  const { replyTo: to } = run
  if (to === undefined) return
  const isLong = JSON.stringify(reply).length > maxReplyChars
  const sent = isLong ? { failed: tooLong } : reply
  const readOperands = () => ["reply", to.waitId]
  const work = (tx: OrgTx) => replyTo(tx, recordPlace(writer, run), to, sent)
  try {
    await journal.doLast({ stepId: null, keyword: "DELEGATE", readOperands }, work)
  } catch (error) {
    // A turn that may do nothing more leaves the other side to its time limit.
    if (!(error instanceof EngineFault || error instanceof EffectFailed)) throw error
  }
}

/** Tells whoever waits for a run that there is no bot any more to begin it. */
export async function failUnbegun(
  tx: OrgTx,
  { orgId, botId, payload }: AcceptedEvent,
  nowMs: number,
): Promise<void> {
  const { replyTo: to, depth } = payload
  if (to === undefined) return
  const place = { orgId, botId, conversationId: "", contactId: null, nowMs }
  await replyTo(tx, { ...place, ...(depth !== undefined && { depth }) }, to, {
    failed: delegateFailed,
  })
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
