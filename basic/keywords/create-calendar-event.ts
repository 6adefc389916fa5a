import { defineCommand } from "./define.ts"

export const createCalendarEvent = defineCommand({
  name: "CREATE CALENDAR EVENT",
  forms: [
    "CREATE CALENDAR EVENT {title}, {start}",
    "CREATE CALENDAR EVENT {title}, {start}, {minutes}",
    "CREATE CALENDAR EVENT {title}, {start}, {minutes}, {description}",
  ],
  effect: "data",
  group: "tasks",
  summary: "Writes an appointment into the calendar of the bot.",
  params: {
    title: { kind: "text", doc: "What it is." },
    start: { kind: "any", doc: 'A date, or words such as "tomorrow 10:00" or "Monday 09:00".' },
    minutes: { kind: "number", min: 1, max: 10080, doc: "How long; 30 when left out." },
    description: { kind: "text", doc: "More about it." },
  },
  result: "map",
  raises: ["basic.bad_value"],
  example: 'e = CREATE CALENDAR EVENT "Review", "tomorrow 10:00", 45\nTALK e.title',
  canvas: {
    icon: "calendar",
    family: "people",
    titleKey: "steps.command",
  },
})
