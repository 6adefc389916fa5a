import { defineCommand } from "./define.ts"

export const scrapeLinks = defineCommand({
  name: "SCRAPE LINKS",
  forms: ["SCRAPE LINKS {url}"],
  effect: "outside",
  group: "http",
  summary: "Lists the links of a page of the web: objects with url and text.",
  params: {
    url: { kind: "text", doc: "The address of the page." },
  },
  result: "list",
  binding: "loose",
  raises: ["http.answered_with_error", "http.markup_refused"],
  example:
    'links = SCRAPE LINKS "https://example.org/"\nFOR EACH link IN links\n    TALK link.text + ": " + link.url\nNEXT',
  canvas: {
    icon: "world-download",
    family: "connect",
    titleKey: "steps.command",
  },
})
