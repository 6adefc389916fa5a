import { defineCommand } from "./define.ts"

export const scrapeImages = defineCommand({
  name: "SCRAPE IMAGES",
  forms: ["SCRAPE IMAGES {url}"],
  effect: "outside",
  group: "http",
  summary: "Lists the pictures of a page of the web: objects with url and alt.",
  params: {
    url: { kind: "text", doc: "The address of the page." },
  },
  result: "list",
  binding: "loose",
  raises: ["http.answered_with_error", "http.markup_refused"],
  example: 'pictures = SCRAPE IMAGES "https://example.org/"\nTALK "Found " + COUNT(pictures)',
  canvas: {
    icon: "world-download",
    family: "connect",
    titleKey: "steps.command",
  },
})
