import { scrapeAll } from "#basic/keywords/scrape-all.ts"
import { handlerFor } from "./handler.ts"
import { fetchPage } from "./markup/fetch-page.ts"
import { allTexts } from "./markup/page-parts.ts"

export const scrapeAllHandler = handlerFor(scrapeAll, ({ url, selector = "" }, step) =>
  fetchPage(url, step, (page) => allTexts(page, selector)),
)
