/** Other services over HTTP: the commands of this family, in the order of the manual. */
import { addWidget } from "../add-widget.ts"
import { clearHeaders } from "../clear-headers.ts"
import { deleteUrl } from "../delete.ts"
import { dnsSet } from "../dns-set.ts"
import { forecast } from "../forecast.ts"
import { getUrl } from "../get.ts"
import { askGraphql } from "../graphql.ts"
import { mcpInvoke } from "../mcp-invoke.ts"
import { mcpListTools } from "../mcp-list-tools.ts"
import { patchUrl } from "../patch.ts"
import { postUrl } from "../post.ts"
import { putUrl } from "../put.ts"
import { readFeed } from "../rss.ts"
import { scrapeText } from "../scrape.ts"
import { scrapeAll } from "../scrape-all.ts"
import { scrapeImages } from "../scrape-images.ts"
import { scrapeLinks } from "../scrape-links.ts"
import { scrapeTable } from "../scrape-table.ts"
import { setHeader } from "../set-header.ts"
import { callSoap } from "../soap.ts"
import { useMcp } from "../use-mcp.ts"
import { weather } from "../weather.ts"
import { websiteOf } from "../website-of.ts"

export const httpCommands = [
  getUrl,
  postUrl,
  putUrl,
  patchUrl,
  deleteUrl,
  setHeader,
  clearHeaders,
  askGraphql,
  callSoap,
  scrapeText,
  scrapeAll,
  scrapeTable,
  scrapeLinks,
  scrapeImages,
  readFeed,
  websiteOf,
  weather,
  forecast,
  useMcp,
  mcpInvoke,
  mcpListTools,
  dnsSet,
  addWidget,
] as const
