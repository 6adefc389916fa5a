import { toJson } from "#basic"
import { logComplianceEvent } from "#basic/keywords/log-compliance-event.ts"
import { noteActivity } from "#server/records/activities/note-activity.ts"
import { handlerFor } from "./handler.ts"

export const logComplianceEventHandler = handlerFor(
  logComplianceEvent,
  async ({ name = "", details }, step) => {
    const more = toJson(details ?? null)
    await step.record((tx, place) => noteActivity(tx, place, "compliance", name, more))
  },
)
