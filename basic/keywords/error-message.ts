import { defineMachineCommand } from "./define.ts"

export const errorMessage = defineMachineCommand({
  name: "ERROR MESSAGE",
  forms: ["ERROR MESSAGE"],
  group: "error",
  summary: "Gives the sentence of the last error; empty when there was none.",
  params: {},
  result: "text",
  binding: "tight",
  raises: [],
  example: 'ON ERROR RESUME NEXT\nTHROW "Closed."\nTALK "It said: " + ERROR MESSAGE',
})
