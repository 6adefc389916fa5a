import { defineMachineCommand } from "./define.ts"

export const clearError = defineMachineCommand({
  name: "CLEAR ERROR",
  forms: ["CLEAR ERROR"],
  group: "error",
  summary: "Forgets the last error.",
  params: {},
  result: "nothing",
  raises: [],
  example:
    'ON ERROR RESUME NEXT\nTHROW "Closed."\nCLEAR ERROR\nIF NOT ERROR THEN TALK "Fine again."',
  canvas: {
    icon: "eraser",
    family: "flow",
    titleKey: "steps.clear_error",
    inPalette: true,
    snippet: "CLEAR ERROR",
  },
})
