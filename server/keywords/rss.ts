import { fromJson } from "#basic"
import { readFeed } from "#basic/keywords/rss.ts"
import { readEntries } from "./feed/read-entries.ts"
import { handlerFor } from "./handler.ts"
import { fetchDocument } from "./markup/fetch-page.ts"
import { readMarkup } from "./markup/read-markup.ts"

/** Reading again is harmless, so a lost outcome is read again. */
export const readFeedHandler = handlerFor(readFeed, async ({ url = "", count = 100 }, step) => {
  const result = await step.outside("same key", async () => {
    const accept = "application/rss+xml, application/atom+xml, application/xml;q=0.9"
    const reply = await fetchDocument(url, accept, step)
    const feed = readMarkup(reply.body, { isXml: true })
    return readEntries(feed, reply.url ?? url).slice(0, Math.floor(count))
  })
  return fromJson(result)
})
