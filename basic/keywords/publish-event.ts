import { defineCommand } from "./define.ts"

export const publishEvent = defineCommand({
  name: "PUBLISH EVENT",
  forms: [
    "PUBLISH EVENT {event}",
    "PUBLISH EVENT {event}, {value}",
    "PUBLISH EVENT {event} WITH {value:fields}",
  ],
  effect: "data",
  group: "events",
  summary: "Tells the bot that something happened: ON EVENT runs, and WAIT FOR EVENT goes on.",
  params: {
    event: { kind: "text", doc: "The name of the event." },
    value: { kind: "any", doc: "What goes with it: an object, or any value." },
  },
  result: "number",
  raises: ["event.too_deep", "event.backlog_full"],
  example: 'PUBLISH EVENT "order paid", { id: 7 }\nTALK "Thank you."',
  canvas: {
    icon: "broadcast",
    family: "flow",
    titleKey: "steps.publish_event",
    fields: ["event", "value"],
    inPalette: true,
    snippet: 'PUBLISH EVENT "order paid"',
  },
})
