import type { Json } from "../../vm/value.ts"

/** An appointment of the preview. Units: ms since 1970 UTC. */
export interface NewEventWords {
  readonly title: string
  readonly description: string
  readonly place: string
  readonly startMs: number
  readonly endMs: number
  readonly people: readonly string[]
}

/** Writes a moment as the server does. */
export type PrintMoment = (epochMs: number) => string

/** An appointment as a script reads it, the same as on the server. */
export const showEvent = (
  id: string,
  event: NewEventWords,
  print: PrintMoment,
): { [key: string]: Json } => ({
  ...{ success: true, event_id: id, id, title: event.title, description: event.description },
  location: event.place,
  start: print(event.startMs),
  end: print(event.endMs),
  duration_minutes: Math.round((event.endMs - event.startMs) / 60_000),
  attendees: [...event.people],
})
