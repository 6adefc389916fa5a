import { defineMachineCommand } from "./define.ts"

export const throwError = defineMachineCommand({
  name: "THROW",
  forms: ["THROW {message}", "RAISE {message}"],
  group: "error",
  summary: "Stops with an error of your own, which ON ERROR can take.",
  params: { message: { kind: "text", doc: "What went wrong." } },
  result: "nothing",
  raises: ["basic.thrown"],
  example: 'ON ERROR RESUME NEXT\nTHROW "The order is empty."\nTALK ERROR MESSAGE',
  canvas: {
    icon: "alert-triangle",
    family: "flow",
    titleKey: "steps.throw",
    inPalette: true,
    snippet: 'THROW "The order is empty."',
  },
})
