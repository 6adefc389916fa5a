import { toJson } from "#basic"
import { trackEvent } from "#basic/keywords/track-event.ts"
import { noteActivity } from "#server/records/activities/note-activity.ts"
import { handlerFor } from "./handler.ts"

export const trackEventHandler = handlerFor(trackEvent, async ({ name = "", details }, step) => {
  const more = toJson(details ?? null)
  await step.record((tx, place) => noteActivity(tx, place, "event", name, more))
})
