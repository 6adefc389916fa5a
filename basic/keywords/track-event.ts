import { defineCommand } from "./define.ts"

export const trackEvent = defineCommand({
  name: "TRACK EVENT",
  forms: ["TRACK EVENT {name}", "TRACK EVENT {name}, {details}"],
  effect: "data",
  group: "people",
  summary: "Counts that something happened.",
  params: {
    name: { kind: "text", doc: "What happened." },
    details: { kind: "any", doc: "More about it: an object." },
  },
  result: "nothing",
  raises: [],
  example: 'TRACK EVENT "signed up", { plan: "free" }\nTALK "Counted."',
  canvas: {
    icon: "numbers",
    family: "data",
    titleKey: "steps.command",
  },
})
