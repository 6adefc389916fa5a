/**
 * What the pages are worth that strangers open: the hosted chat of a bot, and a page of somebody else with the widget
 * on it. Measured as Lighthouse does for phones, in a real Chromium: a processor 4 times slower, a slow 4G line, its
 * curves and weights for speed; axe for accessibility; its checks of practices and for search engines that apply.
 * Each page is opened three times with an empty cache; the middle one counts. Target: 95 in each.
 *
 *   npm run bench -- page [--json]
 */
import { createServer } from "node:http"
import { chromium } from "@playwright/test"
import { ApiSession } from "../e2e/pages/api-session.ts"
import config from "../e2e/playwright.config.ts"
import { buildProduct, startProduct } from "../scripts/start-product.ts"
import { showMachine } from "./machine/show-machine.ts"
import { type Audit, auditPage } from "./page/audit.ts"

const isJson = process.argv.includes("--json")
const runs = 3
const source = `TALK "Hello! How can we help?"
HEAR wish AS "Sales", "Support" WITH "What is it about?"
TALK "Thank you."
`

await buildProduct()
const product = await startProduct()
const shop = createServer()
const browser = await chromium.launch(config.use?.launchOptions ?? {})
try {
  const session = await ApiSession.signUp(product.origin)
  const slug = await session.publish("Repair shop", source)
  const pages = {
    hosted: await audit(`${product.origin}/c/${slug}`, true),
    widget: await audit(await serveShop(slug), false),
  }
  if (isJson) console.log(JSON.stringify(pages))
  else for (const [name, found] of Object.entries(pages)) show(name, found)
} finally {
  await browser.close()
  shop.close()
  await product.stop()
}

async function audit(url: string, isOurs: boolean): Promise<Audit> {
  const found: Audit[] = []
  for (let run = 0; run < runs; run += 1) found.push(await auditPage(browser, url, isOurs))
  const [, middle] = found.sort((a, b) => a.speed - b.speed)
  if (!middle) throw new Error("A page is opened three times.")
  return middle
}

/** A page of somebody else that embeds the widget as the guide says. */
async function serveShop(slug: string): Promise<string> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A repair shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="We repair bicycles.">
<link rel="icon" href="data:,"></head><body><main><h1>A repair shop</h1><p>Words of a page that is not ours.</p></main>
<script async src="${product.origin}/widget.js" data-bot="${slug}"></script></body></html>`
  shop.on("request", (_, response) =>
    response.setHeader("content-type", "text/html; charset=utf-8").end(html),
  )
  await new Promise<void>((done) => shop.listen(0, "127.0.0.1", done))
  const address = shop.address()
  return `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}/`
}

function show(name: string, { speed, accessibility, practices, search, timings, faults }: Audit) {
  console.log(
    `page ${name}: speed ${speed}, accessibility ${accessibility}, practices ${practices}, search ${search} (goal 95 each)`,
  )
  const { firstPaintMs, largestPaintMs, blockedMs, shift } = timings
  console.log(
    `  first paint ${firstPaintMs} ms, largest ${largestPaintMs} ms, blocked ${blockedMs} ms, shift ${shift}`,
  )
  for (const fault of faults) console.log(`  does not hold: ${fault}`)
  console.log(`  ${showMachine()}`)
}
