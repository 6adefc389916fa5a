import { toJson } from "#basic"
import { logLine } from "#basic/keywords/log-line.ts"
import { noteActivity } from "#server/records/activities/note-activity.ts"
import { handlerFor } from "./handler.ts"

export const logLineHandler = handlerFor(logLine, async ({ name = "", details }, step) => {
  const more = toJson(details ?? null)
  await step.record((tx, place) => noteActivity(tx, place, "log", name, more))
})
