import { scrapeImages } from "#basic/keywords/scrape-images.ts"
import { handlerFor } from "./handler.ts"
import { fetchPage } from "./markup/fetch-page.ts"
import { listImages } from "./markup/page-parts.ts"

export const scrapeImagesHandler = handlerFor(scrapeImages, ({ url }, step) =>
  fetchPage(url, step, listImages),
)
