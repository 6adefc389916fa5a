import { defineCommand } from "./define.ts"

export const bookMeeting = defineCommand({
  name: "BOOK MEETING",
  forms: ["BOOK MEETING {details}, {people}"],
  effect: "data",
  group: "tasks",
  summary: "Writes a meeting into the calendar and gives its id.",
  params: {
    details: {
      kind: "any",
      doc: "An object or JSON text with title, description, start, duration and location.",
    },
    people: { kind: "any", doc: "A list of addresses." },
  },
  result: "text",
  raises: ["basic.bad_value"],
  example:
    'id = BOOK MEETING { title: "Review", start: "tomorrow 10:00", duration: 45 }, ["ana@example.org"]\nTALK "Booked."',
  canvas: {
    icon: "calendar",
    family: "people",
    titleKey: "steps.command",
  },
})
