import { fromJson } from "#basic"
import { setEventDuration } from "#basic/keywords/set-event-duration.ts"
import { changeEvent, loadEvent, toEventJson } from "#server/records/calendar/book-event.ts"
import { handlerFor } from "./handler.ts"
import { readId } from "./tasks/read-event.ts"

export const setEventDurationHandler = handlerFor(
  setEventDuration,
  async ({ event, minutes = 30 }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const id = readId(event, ["event_id", "id"])
        const { startMs } = await loadEvent(tx, place, id)
        const changed = await changeEvent(tx, place, id, { endMs: startMs + minutes * 60_000 })
        return { success: true, ...toEventJson(id, changed) }
      }),
    ),
)
