import { defineCommand } from "./define.ts"

export const recall = defineCommand({
  name: "RECALL",
  forms: ["RECALL {key}"],
  effect: "data",
  group: "memory",
  summary: "Reads a remembered value; null when there is none or it has expired.",
  params: { key: { kind: "text", doc: "The name it was kept under." } },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'size = RECALL "size"\nTALK "Size: " + size',
  canvas: {
    icon: "history",
    family: "data",
    titleKey: "steps.recall",
    inPalette: true,
    snippet: 'size = RECALL "size"',
  },
})
