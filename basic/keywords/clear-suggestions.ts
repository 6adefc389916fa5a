import { defineCommand } from "./define.ts"

export const clearSuggestions = defineCommand({
  name: "CLEAR SUGGESTIONS",
  forms: ["CLEAR SUGGESTIONS"],
  effect: "say",
  group: "dialog",
  summary: "Removes all quick answers.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'CLEAR SUGGESTIONS\nADD SUGGESTION "Start again"\nTALK "Done."',
  canvas: {
    icon: "eraser",
    family: "say",
    titleKey: "steps.clear_suggestions",
    inPalette: true,
    snippet: "CLEAR SUGGESTIONS",
  },
})
