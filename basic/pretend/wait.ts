import { printIsoDate } from "../format/print-date.ts"
import type { HearWait } from "../hear/wait.ts"
import { DateValue } from "../vm/value.ts"
import type { PreviewChoice, PreviewWaiting } from "./preview-shapes.ts"
import type { Place } from "./transcript.ts"

/** When a wait ends by itself, and what that is. Units: ms since 1970 UTC. */
export interface Deadline {
  readonly dueMs: number
  readonly ends: "pause" | "timeout" | "silence"
}

/** The wait of the preview: a question or a pause. */
export interface PretendWait {
  readonly hear: HearWait | null
  /** The event that ends it. */
  readonly event?: string
  /** What was said before a question without words of its own. */
  readonly asked?: string
  readonly deadline: Deadline | null
  readonly place: Place
  readonly shown: PreviewWaiting
}

const printUntil = (dueMs: number): string => printIsoDate(new DateValue(dueMs, 0, true))

export const beginPause = (
  seconds: number,
  nowMs: number,
  id: string,
  place: Place,
): PretendWait => {
  const dueMs = nowMs + Math.round(seconds * 1000)
  return {
    hear: null,
    deadline: { dueMs, ends: "pause" },
    place,
    shown: { kind: "time", id, until: printUntil(dueMs) },
  }
}

/** A wait for an event, with or without a limit. Units: seconds. */
export const beginEventWait = (
  event: string,
  seconds: number | null,
  nowMs: number,
  id: string,
  place: Place,
): PretendWait => {
  const dueMs = seconds === null ? null : nowMs + Math.round(seconds * 1000)
  return {
    hear: null,
    event,
    deadline: dueMs === null ? null : { dueMs, ends: "pause" },
    place,
    shown: { kind: "event", id, ...(dueMs !== null && { until: printUntil(dueMs) }) },
  }
}

/** The earlier of the question's own limit and the silence of the whole flow. */
const findDeadline = (
  hear: HearWait,
  nowMs: number,
  silenceSeconds: number | null,
): Deadline | null => {
  const silence: Deadline | null =
    silenceSeconds === null ? null : { dueMs: nowMs + silenceSeconds * 1000, ends: "silence" }
  if (hear.timeoutSeconds === null) return silence
  const dueMs = nowMs + Math.round(hear.timeoutSeconds * 1000)
  return silence && silence.dueMs < dueMs ? silence : { dueMs, ends: "timeout" }
}

export const beginQuestion = (
  hear: HearWait,
  begun: {
    readonly nowMs: number
    readonly silenceSeconds: number | null
    readonly suggestions: readonly PreviewChoice[]
    readonly id: string
    readonly place: Place
  },
): PretendWait => {
  const deadline = findDeadline(hear, begun.nowMs, begun.silenceSeconds)
  const isMenu = hear.options.length > 0
  const choices = isMenu ? hear.options : begun.suggestions
  const shown: PreviewWaiting = {
    kind: isMenu ? "menu" : hear.type.toLowerCase(),
    id: begun.id,
    ...(choices.length > 0 && { choices: [...choices] }),
    ...((isMenu ? hear.acceptsOther : choices.length > 0) && { acceptsOther: true }),
    ...(deadline && { until: printUntil(deadline.dueMs) }),
  }
  return { hear, deadline, place: begun.place, shown }
}
