import type { HearWait } from "#basic"
import type { Answer } from "#basic/vm/outcome.ts"
import type { Json } from "#basic/vm/value.ts"
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

/** A wait for an event of the bot's bus, with or without a limit. Units: seconds. */
export function beginEventWait(
  event: string,
  timeoutSeconds: number | null,
  context: BeginContext,
): Wait {
  const id = deriveWaitId(context.eventId, context.place)
  const deadline: Deadline | null =
    timeoutSeconds === null
      ? null
      : {
          timerId: deriveId("tmr", context.eventId, context.place),
          dueMs: context.nowMs + Math.round(timeoutSeconds * 1000),
          ends: "time-out",
        }
  const until = deadline && { until: new Date(deadline.dueMs).toISOString() }
  const shown: Waiting = { kind: "event", id, event, ...until }
  return { id, kind: "event", sinceMs: context.nowMs, deadline, hear: null, shown }
}

/** The reply of another bot, or of several; without them in time it ends. Units: seconds. */
export function beginReplyWait(
  timeoutSeconds: number,
  expected: number,
  context: BeginContext,
): Wait {
  const id = waitIdOf(context)
  const dueMs = context.nowMs + Math.round(timeoutSeconds * 1000)
  const timerId = deriveId("tmr", context.eventId, context.place)
  const shown: Waiting = { kind: "reply", id, until: new Date(dueMs).toISOString() }
  return {
    ...{ id, kind: "reply", sinceMs: context.nowMs, hear: null, shown },
    deadline: { timerId, dueMs, ends: "time-out" },
    ...(expected > 1 && { expected }),
  }
}

/** The id of the wait that begins at this place of a turn: known before it begins. */
export const waitIdOf = ({ eventId, place }: Pick<BeginContext, "eventId" | "place">): string =>
  deriveWaitId(eventId, place)

/**
 * A wait that goes on after another run lay on top of it: its limit is kept, its timer is set anew. One whose
 * event has come meanwhile ends at once.
 */
export function resumeWait(wait: Wait, eventId: string, nowMs: number): Wait {
  const timerId = deriveId("tmr", eventId, `resume/${wait.id}`)
  if (wait.arrived) return { ...wait, deadline: { timerId, dueMs: nowMs, ends: "arrived" } }
  if (wait.deadline === null) return wait
  return { ...wait, deadline: { ...wait.deadline, timerId } }
}

/** A wait under the current run hears of what it waits for; where that is several, of one of them. */
export function keepArrived(wait: Wait, value: Json): Wait {
  const gathered = [...(wait.gathered ?? []), value]
  if (gathered.length < (wait.expected ?? 1)) return { ...wait, gathered }
  return { ...wait, arrived: { value: (wait.expected ?? 1) === 1 ? value : gathered } }
}

/** A question. HEAR has no time limit unless it sets one; silence may end it for the whole flow. */
export function beginQuestion(hear: HearWait, context: BeginContext): Wait {
  const id = deriveWaitId(context.eventId, context.place)
  const deadline = questionDeadline(hear.timeoutSeconds, context)
  const isMenu = hear.options.length > 0
  const choices: readonly Choice[] = isMenu ? hear.options : context.suggestions
  const acceptsOther = isMenu ? hear.acceptsOther : choices.length > 0
  const shown: Waiting = {
    kind: isMenu ? "menu" : hear.type.toLowerCase(),
    id,
    ...(choices.length > 0 && { choices: choices.map(({ label, value }) => ({ label, value })) }),
    ...(acceptsOther && { acceptsOther }),
    ...(deadline && { until: new Date(deadline.dueMs).toISOString() }),
  }
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

function questionDeadline(seconds: number | null, context: BeginContext): Deadline | null {
  const silence = silenceDeadline(context)
  if (seconds === null) return silence
  const dueMs = context.nowMs + Math.round(seconds * 1000)
  if (silence && silence.dueMs < dueMs) return silence
  return { timerId: deriveId("tmr", context.eventId, context.place), dueMs, ends: "time-out" }
}

function silenceDeadline(context: BeginContext): Deadline | null {
  if (context.silenceSeconds === null) return null
  const dueMs = context.nowMs + context.silenceSeconds * 1000
  return { timerId: deriveId("tmr", context.eventId, context.place), dueMs, ends: "silence" }
}

/** WAIT FOR EVENT whose time is up gives nothing. */
export const noEventInTime: Answer = { kind: "value", value: null }
/** Nor has DELEGATE a reply by then. */
export const noReplyInTime: Answer = {
  kind: "failed",
  code: "delegate.timed_out",
  message: "The other bot did not answer in time.",
}
