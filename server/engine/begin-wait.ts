import { startHear } from "#basic"
import type { OperandValue } from "#basic/vm/outcome.ts"
import type { Json, Value } from "#basic/vm/value.ts"
import type { Choice, Waiting } from "#catalog/messages.ts"
import type { Deadline, Wait } from "./conversation-state.ts"
import { deriveId, deriveWaitId } from "./derive-id.ts"

export interface BeginContext {
  readonly eventId: string
  /** Tells this wait from others that begin in the same turn. */
  readonly place: string
  readonly nowMs: number
  /** ON SILENCE of the program, where it may still fire. Units: seconds. */
  readonly silenceSeconds: number | null
  readonly suggestions: readonly Choice[]
}

/** A pause: nothing is asked, and it ends by itself. */
export function beginPause(seconds: number, context: BeginContext): Wait {
  const id = deriveWaitId(context.eventId, context.place)
  const dueMs = context.nowMs + Math.round(seconds * 1000)
  return {
    id,
    kind: "time",
    sinceMs: context.nowMs,
    deadline: { timerId: deriveId("tmr", context.eventId, context.place), dueMs, ends: "pause" },
    hear: null,
    shown: { kind: "time", id, until: new Date(dueMs).toISOString() },
  }
}

/** A question. HEAR has no time limit unless it sets one; silence may end it for the whole flow. */
export function beginQuestion(
  operands: Readonly<Record<string, OperandValue>>,
  context: BeginContext,
): Wait {
  const id = deriveWaitId(context.eventId, context.place)
  const deadline = questionDeadline(operands.timeoutSeconds, context)
  const options = readOptions(operands.options)
  const choices = options.length > 0 ? options : context.suggestions
  const acceptsOther = options.length > 0 ? operands.acceptsOther === true : choices.length > 0
  const shown: Waiting = {
    kind: options.length > 0 ? "menu" : readType(operands.type),
    id,
    ...(choices.length > 0 && { choices: [...choices] }),
    ...(acceptsOther && { acceptsOther }),
    ...(deadline && { until: new Date(deadline.dueMs).toISOString() }),
  }
  // A HearWait is plain JSON by its contract.
  const hear = startHear(operands) as unknown as Json
  return { id, kind: "hear", sinceMs: context.nowMs, deadline, hear, shown }
}

/** The same question asked again: its buttons stay good, and silence is counted anew. */
export function renewSilence(wait: Wait, context: BeginContext): Wait {
  if (wait.deadline?.ends === "time-out") return wait
  const deadline = silenceDeadline(context)
  const { until: _until, ...shown } = wait.shown
  return {
    ...wait,
    deadline,
    shown: deadline ? { ...shown, until: new Date(deadline.dueMs).toISOString() } : shown,
  }
}

function questionDeadline(
  timeout: OperandValue | undefined,
  context: BeginContext,
): Deadline | null {
  const silence = silenceDeadline(context)
  if (typeof timeout !== "number") return silence
  const dueMs = context.nowMs + Math.max(0, Math.round(timeout * 1000))
  if (silence && silence.dueMs < dueMs) return silence
  return { timerId: deriveId("tmr", context.eventId, context.place), dueMs, ends: "time-out" }
}

function silenceDeadline(context: BeginContext): Deadline | null {
  if (context.silenceSeconds === null) return null
  const dueMs = context.nowMs + context.silenceSeconds * 1000
  return { timerId: deriveId("tmr", context.eventId, context.place), dueMs, ends: "silence" }
}

function readType(type: OperandValue | undefined): string {
  return typeof type === "string" ? type.toLowerCase() : "text"
}

function readOptions(options: OperandValue | undefined): Choice[] {
  if (!Array.isArray(options)) return []
  return (options as readonly Value[]).map((option) => ({
    label: String(option),
    value: String(option),
  }))
}
