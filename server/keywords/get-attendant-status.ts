import { fromJson } from "#basic"
import { getAttendantStatus } from "#basic/keywords/get-attendant-status.ts"
import { findAttendant } from "#server/records/attendants/find-attendant.ts"
import { handlerFor } from "./handler.ts"
import { done, notDone } from "./people/outcome.ts"

export const getAttendantStatusHandler = handlerFor(
  getAttendantStatus,
  async ({ attendant = "" }, step) =>
    fromJson(
      await step.record(async (tx, { orgId }) => {
        const person = await findAttendant(tx, orgId, attendant)
        if (person === null) return notDone("Nobody of this name answers conversations.")
        return done({
          id: person.id,
          name: person.name,
          status: person.status,
          active: person.active,
        })
      }),
    ),
)
