import { toJson, toText } from "#basic"
import { logActivity } from "#basic/keywords/log-activity.ts"
import { noteActivity } from "#server/records/activities/note-activity.ts"
import { handlerFor } from "./handler.ts"

export const logActivityHandler = handlerFor(
  logActivity,
  async ({ about, type = "", action = "", text = "", who = "", details }, step) => {
    const more = details === undefined ? { type, action, text, who } : toJson(details)
    const name = toText(about ?? null)
    await step.record((tx, place) => noteActivity(tx, place, "activity", name, more))
  },
)
