import { defineCommand } from "./define.ts"

export const cacheGet = defineCommand({
  name: "CACHE GET",
  forms: ["CACHE GET {key}"],
  effect: "data",
  group: "memory",
  summary: "Reads what CACHE SET keeps; null when its time is over.",
  params: {
    key: { kind: "text", doc: "The name it is kept under." },
  },
  result: "any",
  raises: [],
  example: 'CACHE SET "rate", 5.2, 60\nr = CACHE GET "rate"\nTALK "Rate " + r',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
