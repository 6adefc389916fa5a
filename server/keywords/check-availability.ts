import { dateFromInstant, findFreeBetween, fromJson, localMsOf, msPerDay } from "#basic"
import { checkAvailability } from "#basic/keywords/check-availability.ts"
import type { Value } from "#basic/vm/value.ts"
import { listTaken } from "#server/records/calendar/book-event.ts"
import { readBusinessWeek } from "#server/records/settings/read-business-week.ts"
import { handlerFor } from "./handler.ts"
import type { Step } from "./step.ts"
import { readStart } from "./tasks/read-event.ts"

export const checkAvailabilityHandler = handlerFor(
  checkAvailability,
  async ({ date, until, minutes = 30 }, step) => {
    const first = readDay(date, step)
    const days = [first, until === undefined ? first : readDay(until, step)] as const
    const { zone, nowMs } = step
    // A day more on either side: the wall clock may be ahead of UTC or behind it.
    const [fromMs, toMs] = [(days[0] - 1) * msPerDay, (days[1] + 2) * msPerDay]
    return fromJson(
      await step.record(async (tx, place) => {
        const taken = await listTaken(tx, place, fromMs, toMs)
        const week = (await readBusinessWeek(tx, place))?.week
        return findFreeBetween(days, zone, taken, minutes, nowMs, week).map(
          ({ startMs, endMs }) => ({
            start: new Date(startMs).toISOString(),
            end: new Date(endMs).toISOString(),
            minutes,
          }),
        )
      }),
    )
  },
)

function readDay(value: Value | undefined, step: Step): number {
  const dateMs = readStart("CHECK AVAILABILITY", value, step)
  return Math.floor(localMsOf(dateFromInstant(step.zone, dateMs, true)) / msPerDay)
}
