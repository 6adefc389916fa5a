import { defineCommand } from "./define.ts"

export const remember = defineCommand({
  name: "REMEMBER",
  forms: ["REMEMBER {key}, {value}[, {duration}]", "REMEMBER {key} = {value}"],
  effect: "data",
  group: "memory",
  summary: "Keeps a value for this person until it expires.",
  params: {
    key: { kind: "text", doc: "The name to keep it under." },
    value: { kind: "any", doc: "What to keep." },
    duration: {
      kind: "any",
      doc: 'How long: "30 days", "5 minutes", "forever", or a number of days.',
    },
  },
  result: "nothing",
  raises: [],
  example: 'REMEMBER "size", "large", "30 days"\nTALK "Noted."',
  canvas: {
    icon: "history",
    family: "data",
    titleKey: "steps.remember",
    inPalette: true,
    snippet: 'REMEMBER "size", "large", "30 days"',
  },
})
