import { defineCommand } from "./define.ts"

export const setEventDuration = defineCommand({
  name: "SET EVENT DURATION",
  forms: ["SET EVENT DURATION {event}, {minutes}"],
  effect: "data",
  group: "tasks",
  summary: "Says how long an appointment takes.",
  params: {
    event: { kind: "any", doc: "The event_id that BOOK gave, or the event itself." },
    minutes: { kind: "number", min: 1, max: 10080, doc: "How long." },
  },
  result: "map",
  raises: ["calendar.event_not_found"],
  example:
    'e = CREATE CALENDAR EVENT "Review", "tomorrow 10:00"\nSET EVENT DURATION e.event_id, 60\nTALK "An hour."',
  canvas: {
    icon: "clock",
    family: "people",
    titleKey: "steps.command",
  },
})
