import { scrapeTable } from "#basic/keywords/scrape-table.ts"
import { handlerFor } from "./handler.ts"
import { fetchPage } from "./markup/fetch-page.ts"
import { tableRows } from "./markup/page-parts.ts"

export const scrapeTableHandler = handlerFor(scrapeTable, ({ url, selector = "table" }, step) =>
  fetchPage(url, step, (page) => tableRows(page, selector)),
)
