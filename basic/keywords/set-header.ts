import { defineCommand } from "./define.ts"

export const setHeader = defineCommand({
  name: "SET HEADER",
  forms: [
    "SET HEADER {name}, {value}",
    "SET HEADER {name} AS {value}",
    "SET HEADER {name} = {value}",
  ],
  effect: "recorded",
  group: "http",
  summary: "Sets a header for the web requests that follow; an empty value removes it.",
  params: {
    name: { kind: "text", doc: "The header, for example Authorization." },
    value: { kind: "text", doc: "Its value." },
  },
  result: "nothing",
  raises: [],
  example:
    'SET HEADER "Accept", "application/json"\nitems = GET "https://example.org/items"\nTALK "Found " + items.count',
  canvas: {
    icon: "adjustments",
    family: "connect",
    titleKey: "steps.set_header",
    inPalette: true,
    snippet: 'SET HEADER "Accept", "application/json"',
  },
})
