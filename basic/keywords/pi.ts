import { defineFunction } from "./define.ts"

export const pi = defineFunction({
  name: "PI",
  forms: ["PI()"],
  arity: [0, 0],
  group: "number",
  summary: "Gives the ratio of a circle to its diameter.",
  params: {},
  result: "number",
  raises: [],
  example: "PRINT ROUND(PI(), 2)",
  evaluate: () => Math.PI,
})
