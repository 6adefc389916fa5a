import { defineCommand } from "./define.ts"

export const print = defineCommand({
  name: "PRINT",
  forms: ["PRINT {text}"],
  effect: "recorded",
  group: "dialog",
  summary: "Writes a line to the log of the run, which only builders see.",
  params: { text: { kind: "any", doc: "What to write." } },
  result: "nothing",
  raises: [],
  example: 'PRINT "checked " + 3 + " orders"',
  canvas: {
    icon: "terminal",
    family: "flow",
    titleKey: "steps.print",
    inPalette: true,
    snippet: 'PRINT "reached"',
  },
})
