import { defineCommand } from "./define.ts"

export const wait = defineCommand({
  name: "WAIT",
  forms: ["WAIT {seconds}", "DELAY {seconds}", "WAIT {seconds} SECONDS", "WAIT {seconds} SECOND"],
  effect: "wait",
  group: "flow",
  summary: "Pauses the conversation before the next line.",
  params: {
    seconds: { kind: "number", min: 0, warnAbove: 300, unit: "s", doc: "How long to pause." },
  },
  result: "nothing",
  raises: ["basic.out_of_range"],
  example: 'TALK "One moment..."\nWAIT 2\nTALK "Done."',
  canvas: {
    icon: "clock",
    family: "flow",
    titleKey: "steps.wait",
    inPalette: true,
    snippet: "WAIT 2",
  },
})
