import { fromJson } from "#basic"
import { setAttendantStatus } from "#basic/keywords/set-attendant-status.ts"
import { attendantStatuses, findAttendant } from "#server/records/attendants/find-attendant.ts"
import { setPresence } from "#server/records/attendants/set-presence.ts"
import { handlerFor } from "./handler.ts"
import { done, notDone } from "./people/outcome.ts"
import { readChoice } from "./people/read-choice.ts"

export const setAttendantStatusHandler = handlerFor(
  setAttendantStatus,
  async ({ attendant = "", status = "" }, step) => {
    const presence = readChoice("status", status, attendantStatuses, "online")
    return fromJson(
      await step.record(async (tx, { orgId, nowMs }) => {
        const person = await findAttendant(tx, orgId, attendant)
        if (person === null) return notDone("Nobody of this name answers conversations.")
        await setPresence(tx, orgId, person.id, presence, new Date(nowMs))
        return done({ id: person.id, name: person.name, status: presence })
      }),
    )
  },
)
