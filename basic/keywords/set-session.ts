import { defineCommand } from "./define.ts"

export const setSession = defineCommand({
  name: "SET SESSION",
  forms: [
    "SET SESSION {key}, {value}",
    "SET SESSION {key} AS {value}",
    "SET SESSION {key} = {value}",
    "SET SESSION {session}, {key}, {value}",
    "SET {key} = {value}",
    "SET {key}, {value}",
  ],
  effect: "data",
  group: "memory",
  summary: "Keeps a value until this conversation ends.",
  params: {
    key: { kind: "text", doc: "The name to keep it under." },
    value: { kind: "any", doc: "What to keep." },
    session: { kind: "text", doc: "The id of another conversation; this one when left out." },
  },
  result: "nothing",
  raises: [],
  example: 'SET SESSION "step", "paid"\nTALK "Thank you."',
  canvas: {
    icon: "bookmark",
    family: "data",
    titleKey: "steps.set_session",
    fields: ["key", "value"],
    inPalette: true,
    snippet: 'SET SESSION "step", "paid"',
  },
})
