import { defineCommand } from "./define.ts"

export const fill = defineCommand({
  name: "FILL",
  forms: ["FILL {first}[, {second}]"],
  effect: "data",
  group: "data",
  summary: "Puts the values of objects into a template with {{name}} in it.",
  params: {
    first: { kind: "any", doc: "The data, or the template." },
    second: { kind: "any", doc: "The template, or the data." },
  },
  result: "any",
  binding: "loose",
  raises: ["basic.bad_row"],
  example: 'TALK FILL "Hello {{name}}", { name: "Ana" }',
  canvas: {
    icon: "forms",
    family: "data",
    titleKey: "steps.command",
  },
})
