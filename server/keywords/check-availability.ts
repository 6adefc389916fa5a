import { dateFromInstant, findFreeSlots, fromJson, hoursOfDay, localMsOf, msPerDay } from "#basic"
import { checkAvailability } from "#basic/keywords/check-availability.ts"
import { listTaken } from "#server/records/calendar/book-event.ts"
import { handlerFor } from "./handler.ts"
import { readStart } from "./tasks/read-event.ts"

export const checkAvailabilityHandler = handlerFor(
  checkAvailability,
  async ({ date, minutes = 30 }, step) => {
    const { zone, nowMs } = step
    const dayMs = localMsOf(
      dateFromInstant(zone, readStart("CHECK AVAILABILITY", date, step), true),
    )
    const open = hoursOfDay(Math.floor(dayMs / msPerDay), zone)
    return fromJson(
      await step.record(async (tx, place) => {
        const taken = open === null ? [] : await listTaken(tx, place, open.startMs, open.endMs)
        return findFreeSlots(open, taken, minutes, nowMs).map(({ startMs, endMs }) => ({
          start: new Date(startMs).toISOString(),
          end: new Date(endMs).toISOString(),
          minutes,
        }))
      }),
    )
  },
)
