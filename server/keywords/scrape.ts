import { scrapeText } from "#basic/keywords/scrape.ts"
import { handlerFor } from "./handler.ts"
import { fetchPage } from "./markup/fetch-page.ts"
import { firstText } from "./markup/page-parts.ts"

export const scrapeTextHandler = handlerFor(scrapeText, ({ url, selector = "" }, step) =>
  fetchPage(url, step, (page) => firstText(page, selector)),
)
