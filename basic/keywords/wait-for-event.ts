import { defineCommand } from "./define.ts"

export const waitForEvent = defineCommand({
  name: "WAIT FOR EVENT",
  forms: ["WAIT FOR EVENT {event} TIMEOUT {seconds}", "WAIT FOR EVENT {event}"],
  effect: "wait",
  group: "events",
  summary: "Waits until an event is published, and gives what goes with it.",
  params: {
    event: { kind: "text", doc: "The name of the event." },
    seconds: {
      kind: "number",
      min: 0,
      unit: "s",
      doc: "How long to wait at most; then the value is NULL. For ever when left out.",
    },
  },
  result: "any",
  binding: "loose",
  raises: ["basic.out_of_range"],
  example:
    'paid = WAIT FOR EVENT "order paid" TIMEOUT 60\nIF paid IS NULL THEN TALK "No payment came."',
  canvas: {
    icon: "hourglass",
    family: "flow",
    titleKey: "steps.wait_for_event",
    fields: ["event", "seconds"],
    inPalette: true,
    snippet: 'WAIT FOR EVENT "order paid" TIMEOUT 60',
  },
})
