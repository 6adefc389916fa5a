import { defineCommand } from "./define.ts"

export const clearKb = defineCommand({
  name: "CLEAR KB",
  forms: ["CLEAR KB[ {name}]", "CLEAR KB ALL"],
  effect: "data",
  group: "ai",
  summary:
    "Deactivates one knowledge base of this conversation, or all; true when something was active.",
  params: {
    name: { kind: "text", doc: "The knowledge base; all of them when left out." },
  },
  result: "boolean",
  binding: "loose",
  raises: [],
  example: 'USE KB "prices"\nCLEAR KB "prices"\nTALK "Back to the usual."',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
