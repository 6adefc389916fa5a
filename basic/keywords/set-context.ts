import { defineCommand } from "./define.ts"

export const setContext = defineCommand({
  name: "SET CONTEXT",
  forms: ["SET CONTEXT {name} AS {value}", "SET CONTEXT {name}, {value}", "SET CONTEXT {value}"],
  effect: "data",
  group: "dialog",
  summary: "Adds facts the assistant knows from here on.",
  params: {
    name: { kind: "text", doc: "The name of the facts; setting it again replaces them." },
    value: { kind: "any", doc: "The facts.", isLong: true },
  },
  result: "nothing",
  raises: [],
  example: 'SET CONTEXT "notice" AS "We close at noon today."\nTALK "Hello!"',
  canvas: {
    icon: "notes",
    family: "ai",
    titleKey: "steps.set_context",
    inPalette: true,
    snippet: 'SET CONTEXT "notice" AS "We close at noon today."',
  },
})
