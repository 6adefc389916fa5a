import { defineCommand } from "./define.ts"

export const checkAvailability = defineCommand({
  name: "CHECK AVAILABILITY",
  forms: [
    "CHECK AVAILABILITY {date}",
    "CHECK AVAILABILITY {date}, {minutes}",
    "CHECK AVAILABILITY {people}, {date}, {until}",
    "CHECK AVAILABILITY {people}, {date}, {until}, {minutes}",
  ],
  effect: "data",
  group: "tasks",
  summary: "Lists the free times of a day within business hours, by the bot's clock.",
  params: {
    people: {
      kind: "any",
      doc: "Who should be free. It is the calendar of the bot that is looked at.",
    },
    until: { kind: "any", doc: "The last day that is looked at." },
    date: { kind: "any", doc: 'A date, or words such as "tomorrow 10:00" or "Monday 09:00".' },
    minutes: { kind: "number", min: 1, max: 1440, doc: "How long is needed; 30 when left out." },
  },
  result: "list",
  raises: ["basic.bad_value"],
  example: 'slots = CHECK AVAILABILITY "monday", 60\nTALK "Free times: " + COUNT(slots)',
  canvas: {
    icon: "calendar-time",
    family: "people",
    titleKey: "steps.check_availability",
    inPalette: true,
    snippet: 'slots = CHECK AVAILABILITY "tomorrow", 30',
  },
})
