import { defineCommand } from "./define.ts"

export const book = defineCommand({
  name: "BOOK",
  forms: [
    "BOOK {title}, {description}, {start}, {minutes}, {place}",
    "BOOK {title}, {description}, {start}, {minutes}",
    "BOOK {title}, {description}, {start}",
  ],
  effect: "data",
  group: "tasks",
  summary: "Writes an appointment into the calendar of the bot.",
  params: {
    title: { kind: "text", doc: "What it is." },
    description: { kind: "text", doc: "More about it." },
    start: { kind: "any", doc: 'A date, or words such as "tomorrow 10:00" or "Monday 09:00".' },
    minutes: { kind: "number", min: 1, max: 10080, doc: "How long; 30 when left out." },
    place: { kind: "text", doc: "Where." },
  },
  result: "map",
  raises: ["basic.bad_value"],
  example:
    'r = BOOK "Table for two", "By the window", "tomorrow 19:00", 120, "Terrace"\nTALK "Booked from " + r.start',
  canvas: {
    icon: "calendar",
    family: "people",
    titleKey: "steps.book",
    inPalette: true,
    snippet: 'BOOK "Appointment", "", "tomorrow 10:00", 30, ""',
  },
})
