import { defineMachineCommand } from "./define.ts"

export const assertCondition = defineMachineCommand({
  name: "ASSERT",
  forms: ["ASSERT {condition}[, {message}]"],
  group: "error",
  summary: "Stops with an error when a condition does not hold.",
  params: {
    condition: { kind: "any", doc: "What must be true." },
    message: { kind: "text", doc: "What to say when it is not." },
  },
  result: "nothing",
  raises: ["basic.assertion"],
  example: 'total = 3\nASSERT total > 0, "The order is empty."\nTALK "Total: " + total',
  canvas: {
    icon: "shield-check",
    family: "flow",
    titleKey: "steps.assert",
    inPalette: true,
    snippet: 'ASSERT total > 0, "The order is empty."',
  },
})
