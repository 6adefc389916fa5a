import type { httpCommands } from "#basic/keywords/families/http.ts"
import { addWidgetHandler } from "../add-widget.ts"
import { clearHeadersHandler } from "../clear-headers.ts"
import { deleteHandler } from "../delete.ts"
import { dnsSetHandler } from "../dns-set.ts"
import { forecastHandler } from "../forecast.ts"
import { getHandler } from "../get.ts"
import { askGraphqlHandler } from "../graphql.ts"
import type { HandlersOf } from "../handler.ts"
import { mcpInvokeHandler } from "../mcp-invoke.ts"
import { mcpListToolsHandler } from "../mcp-list-tools.ts"
import { patchHandler } from "../patch.ts"
import { postHandler } from "../post.ts"
import { putHandler } from "../put.ts"
import { readFeedHandler } from "../rss.ts"
import { scrapeTextHandler } from "../scrape.ts"
import { scrapeAllHandler } from "../scrape-all.ts"
import { scrapeImagesHandler } from "../scrape-images.ts"
import { scrapeLinksHandler } from "../scrape-links.ts"
import { scrapeTableHandler } from "../scrape-table.ts"
import { setHeaderHandler } from "../set-header.ts"
import { callSoapHandler } from "../soap.ts"
import { useMcpHandler } from "../use-mcp.ts"
import { weatherHandler } from "../weather.ts"
import { websiteOfHandler } from "../website-of.ts"

/** What the server does for this family of commands. */
export const httpHandlers = {
  GET: getHandler,
  POST: postHandler,
  PUT: putHandler,
  PATCH: patchHandler,
  DELETE: deleteHandler,
  "SET HEADER": setHeaderHandler,
  "CLEAR HEADERS": clearHeadersHandler,
  GRAPHQL: askGraphqlHandler,
  SOAP: callSoapHandler,
  SCRAPE: scrapeTextHandler,
  "SCRAPE ALL": scrapeAllHandler,
  "SCRAPE TABLE": scrapeTableHandler,
  "SCRAPE LINKS": scrapeLinksHandler,
  "SCRAPE IMAGES": scrapeImagesHandler,
  RSS: readFeedHandler,
  "WEBSITE OF": websiteOfHandler,
  WEATHER: weatherHandler,
  FORECAST: forecastHandler,
  "USE MCP": useMcpHandler,
  "MCP INVOKE": mcpInvokeHandler,
  "MCP LIST TOOLS": mcpListToolsHandler,
  "DNS SET": dnsSetHandler,
  "ADD WIDGET": addWidgetHandler,
} satisfies HandlersOf<typeof httpCommands>
