import { fromJson } from "#basic"
import { createCalendarEvent } from "#basic/keywords/create-calendar-event.ts"
import { bookEvent, toEventJson } from "#server/records/calendar/book-event.ts"
import { handlerFor } from "./handler.ts"
import { endOf, readStart } from "./tasks/read-event.ts"

export const createCalendarEventHandler = handlerFor(
  createCalendarEvent,
  async ({ title = "", description = "", start, minutes }, step) => {
    const startMs = readStart("CREATE CALENDAR EVENT", start, step)
    const event = {
      title,
      description,
      place: "",
      startMs,
      endMs: endOf(startMs, minutes),
      people: [],
    }
    return fromJson(
      await step.record(async (tx, place) => ({
        success: true,
        ...toEventJson(await bookEvent(tx, place, event), event),
      })),
    )
  },
)
