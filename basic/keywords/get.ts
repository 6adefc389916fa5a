import { defineCommand } from "./define.ts"

export const getUrl = defineCommand({
  name: "GET",
  forms: ["GET {url}"],
  effect: "outside",
  group: "http",
  summary: 'Reads a web address, or session data such as "session.name".',
  params: { url: { kind: "text", doc: "The address to read." } },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'rates = GET "https://example.org/rates"\nTALK "One euro is " + rates.usd + " dollars."',
  canvas: {
    icon: "world-download",
    family: "connect",
    titleKey: "steps.get",
    inPalette: true,
    snippet: 'result = GET "https://example.org/items"',
  },
})
