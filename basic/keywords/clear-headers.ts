import { defineCommand } from "./define.ts"

export const clearHeaders = defineCommand({
  name: "CLEAR HEADERS",
  forms: ["CLEAR HEADERS"],
  effect: "recorded",
  group: "http",
  summary: "Forgets every header that SET HEADER set.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'CLEAR HEADERS\nTALK "Done."',
  canvas: {
    icon: "eraser",
    family: "connect",
    titleKey: "steps.clear_headers",
    inPalette: true,
    snippet: "CLEAR HEADERS",
  },
})
