import { defineCommand } from "./define.ts"

export const readFeed = defineCommand({
  name: "RSS",
  forms: ["RSS {url}[, {count}]"],
  effect: "outside",
  group: "http",
  summary:
    "Reads the entries of a feed: objects with title, link, description, published, author, id and categories.",
  params: {
    url: { kind: "text", doc: "The address of an RSS or Atom feed." },
    count: { kind: "number", min: 1, max: 1000, doc: "How many entries at most." },
  },
  result: "list",
  binding: "loose",
  raises: ["http.answered_with_error", "http.feed_refused", "http.markup_refused"],
  example:
    'entries = RSS "https://example.org/news.xml", 3\nFOR EACH entry IN entries\n    TALK entry.title\nNEXT',
  canvas: {
    icon: "list-details",
    family: "connect",
    titleKey: "steps.rss",
    inPalette: true,
    snippet: 'entries = RSS "https://example.org/news.xml", 5',
  },
})
