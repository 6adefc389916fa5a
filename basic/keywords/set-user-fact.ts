import { defineCommand } from "./define.ts"

export const setUserFact = defineCommand({
  name: "SET USER FACT",
  forms: [
    "SET USER FACT {key}, {value}",
    "SET USER FACT {key} AS {value}",
    "SET USER FACT {key} = {value}",
    "REMEMBER USER FACT {key}, {value}",
  ],
  effect: "data",
  group: "memory",
  summary: "Keeps a fact about the person who talks.",
  params: {
    key: { kind: "text", doc: "What it is about." },
    value: { kind: "any", doc: "The fact." },
  },
  result: "nothing",
  raises: ["memory.key_refused", "memory.value_too_large"],
  example: 'SET USER FACT "city", "Lisbon"\nTALK "Kept."',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
