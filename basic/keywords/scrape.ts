import { defineCommand } from "./define.ts"

export const scrapeText = defineCommand({
  name: "SCRAPE",
  forms: ["SCRAPE {url}, {selector}"],
  effect: "outside",
  group: "http",
  summary: "Reads from a page of the web the text of the first element a CSS selector finds.",
  params: {
    url: { kind: "text", doc: "The address of the page." },
    selector: { kind: "text", doc: 'A CSS selector, such as "h1" or ".price".' },
  },
  result: "text",
  binding: "loose",
  raises: ["http.answered_with_error", "http.markup_refused", "http.selector_refused"],
  example: 'title = SCRAPE "https://example.org/", "h1"\nTALK "It says: " + title',
  canvas: {
    icon: "world-download",
    family: "connect",
    titleKey: "steps.scrape",
    fields: ["url", "selector"],
    inPalette: true,
    snippet: 'text = SCRAPE "https://example.org/", "h1"',
  },
})
