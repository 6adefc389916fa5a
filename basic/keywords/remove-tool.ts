import { defineCommand } from "./define.ts"

export const removeTool = defineCommand({
  name: "REMOVE TOOL",
  forms: ["REMOVE TOOL {name}"],
  effect: "data",
  group: "ai",
  summary: "Takes a tool away from the model of this conversation; true when it was there.",
  params: {
    name: { kind: "text", doc: "The name of the script." },
  },
  result: "boolean",
  binding: "loose",
  raises: [],
  example: 'ADD TOOL "find-order"\nREMOVE TOOL "find-order"\nTALK "Done."',
  canvas: {
    icon: "tool",
    family: "ai",
    titleKey: "steps.command",
  },
})
