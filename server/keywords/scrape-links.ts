import { scrapeLinks } from "#basic/keywords/scrape-links.ts"
import { handlerFor } from "./handler.ts"
import { fetchPage } from "./markup/fetch-page.ts"
import { listLinks } from "./markup/page-parts.ts"

export const scrapeLinksHandler = handlerFor(scrapeLinks, ({ url }, step) =>
  fetchPage(url, step, listLinks),
)
