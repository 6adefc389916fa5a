import { fromJson } from "#basic"
import { getAttendants } from "#basic/keywords/get-attendants.ts"
import { attendantStatuses, listAttendants } from "#server/records/attendants/find-attendant.ts"
import { handlerFor } from "./handler.ts"

export const getAttendantsHandler = handlerFor(getAttendants, async ({ status }, step) => {
  const wanted = attendantStatuses.find((each) => each === status?.trim().toLowerCase()) ?? null
  return fromJson(
    await step.record(async (tx, { orgId }) => {
      const people = await listAttendants(tx, orgId, wanted)
      return { count: people.length, items: people.map((person) => ({ ...person })) }
    }),
  )
})
