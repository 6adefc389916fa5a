import { listRecipients, toText } from "#basic"
import { bookMeeting } from "#basic/keywords/book-meeting.ts"
import { limits } from "#catalog/limits.ts"
import { bookEvent } from "#server/records/calendar/book-event.ts"
import { handlerFor } from "./handler.ts"
import { endOf, readDetails, readStart } from "./tasks/read-event.ts"

export const bookMeetingHandler = handlerFor(bookMeeting, async ({ details, people }, step) => {
  const given = readDetails(details)
  const text = (...names: string[]) =>
    toText(names.map((name) => given[name]).find((one) => one != null) ?? null)
  const startMs = readStart("BOOK MEETING", text("start", "date", "start_time", "when"), step)
  const minutes = Number.parseFloat(text("duration", "minutes", "duration_minutes"))
  const event = {
    ...{ title: text("title", "subject", "name"), description: text("description", "notes") },
    ...{
      place: text("location", "place"),
      startMs,
      endMs: endOf(startMs, minutes > 0 ? minutes : undefined),
    },
    people: listRecipients(people ?? null).slice(0, limits.peoplePerEvent),
  }
  return toText((await step.record((tx, place) => bookEvent(tx, place, event))) as string)
})
