import { fromJson } from "#basic"
import { book } from "#basic/keywords/book.ts"
import { bookEvent, toEventJson } from "#server/records/calendar/book-event.ts"
import { handlerFor } from "./handler.ts"
import { endOf, readStart } from "./tasks/read-event.ts"

export const bookHandler = handlerFor(
  book,
  async ({ title = "", description = "", start, minutes, place: where = "" }, step) => {
    const startMs = readStart("BOOK", start, step)
    const event = {
      title,
      description,
      place: where,
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
