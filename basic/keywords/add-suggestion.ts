import { defineCommand } from "./define.ts"

export const addSuggestion = defineCommand({
  name: "ADD SUGGESTION",
  forms: [
    "ADD SUGGESTION {label}[, {value}]",
    "ADD SUGGESTION {context} AS {label}",
    "ADD SUGGESTION TEXT {value} AS {label}",
  ],
  effect: "say",
  group: "dialog",
  summary: "Adds a button with a quick answer under the next message.",
  params: {
    label: { kind: "text", doc: "The words on the button." },
    value: { kind: "text", doc: "What is sent when it is chosen; the label when left out." },
    context: { kind: "text", doc: "The name of the context the button belongs to." },
  },
  result: "nothing",
  raises: [],
  example: 'ADD SUGGESTION "Opening hours"\nTALK "How can I help?"',
  canvas: {
    icon: "text-plus",
    family: "say",
    titleKey: "steps.add_suggestion",
    fields: ["label", "value"],
    inPalette: true,
    snippet: 'ADD SUGGESTION "Opening hours"',
  },
})
