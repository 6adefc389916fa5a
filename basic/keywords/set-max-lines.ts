import { defineCommand } from "./define.ts"

export const setMaxLines = defineCommand({
  name: "SET MAX LINES",
  forms: ["SET MAX LINES {count}"],
  effect: "recorded",
  group: "data",
  summary: "Sets the most rows that FIND gives when it does not say; 0 sets it back.",
  params: {
    count: { kind: "number", doc: "The number of rows.", min: 0 },
  },
  result: "nothing",
  raises: ["basic.out_of_range"],
  example: 'SET MAX LINES 50\nrows = FIND "guests"',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
