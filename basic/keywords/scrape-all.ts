import { defineCommand } from "./define.ts"

export const scrapeAll = defineCommand({
  name: "SCRAPE ALL",
  forms: ["SCRAPE ALL {url}, {selector}"],
  effect: "outside",
  group: "http",
  summary: "Reads from a page of the web the texts of all elements a CSS selector finds.",
  params: {
    url: { kind: "text", doc: "The address of the page." },
    selector: { kind: "text", doc: 'A CSS selector, such as "h1" or ".price".' },
  },
  result: "list",
  binding: "loose",
  raises: ["http.answered_with_error", "http.markup_refused", "http.selector_refused"],
  example: 'names = SCRAPE ALL "https://example.org/", "h2"\nTALK "Found " + COUNT(names)',
  canvas: {
    icon: "world-download",
    family: "connect",
    titleKey: "steps.command",
  },
})
