import { defineCommand } from "./define.ts"

export const scrapeTable = defineCommand({
  name: "SCRAPE TABLE",
  forms: ["SCRAPE TABLE {url}[, {selector}]"],
  effect: "outside",
  group: "http",
  summary:
    "Reads the rows of a table on a page of the web, as objects by the headings of the table.",
  params: {
    url: { kind: "text", doc: "The address of the page." },
    selector: {
      kind: "text",
      doc: "A CSS selector that finds the table; the first of the page when left out.",
    },
  },
  result: "list",
  binding: "loose",
  raises: ["http.answered_with_error", "http.markup_refused", "http.selector_refused"],
  example:
    'rows = SCRAPE TABLE "https://example.org/prices", "table.prices"\nFOR EACH row IN rows\n    TALK row.item + ": " + row.price\nNEXT',
  canvas: {
    icon: "world-download",
    family: "connect",
    titleKey: "steps.command",
  },
})
