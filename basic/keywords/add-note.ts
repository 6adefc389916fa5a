import { defineCommand } from "./define.ts"

export const writeNote = defineCommand({
  name: "ADD NOTE",
  forms: ["ADD NOTE {conversation}, {text}", "ADD NOTE {conversation} WITH {text}"],
  effect: "data",
  group: "people",
  summary: "Writes a note for staff beside a conversation.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    text: { kind: "text", isLong: true, doc: "The note." },
  },
  result: "map",
  raises: [],
  example: 'ADD NOTE "", "Prefers the terrace"\nTALK "Noted."',
  canvas: {
    icon: "note",
    family: "people",
    titleKey: "steps.add_note",
    inPalette: true,
    snippet: 'ADD NOTE "", "Prefers the terrace"',
  },
})
