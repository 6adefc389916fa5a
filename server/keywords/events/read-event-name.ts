import { limits } from "#catalog/limits.ts"
import { EffectFailed } from "../step.ts"

/** Names of events are compared without case and without blanks around. Throws: EffectFailed. */
export function readEventName(text: string | undefined): string {
  const name = (text ?? "").trim().toLowerCase()
  if (name !== "" && name.length <= limits.eventNameChars) return name
  throw new EffectFailed(
    "event.name_refused",
    `The name of an event has 1 to ${limits.eventNameChars} characters; this one has ${name.length}.`,
  )
}
