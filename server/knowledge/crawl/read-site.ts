import { hash } from "node:crypto"
import robotsParser from "robots-parser"
import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { isAppError } from "#server/errors/app-error.ts"
import type { Outbound, OutboundResponse } from "#server/infra/outbound/port.ts"
import type { Log } from "#server/log.ts"
import { endSite, keepPage, type LeasedSite, leaseSite } from "../store/sites.ts"
import { findLinks } from "./find-links.ts"

export interface CrawlParts {
  readonly db: Database
  readonly outbound: Pick<Outbound, "request">
  readonly log: Log
}

const agent = "Botwright"
const pageLimits = { timeoutMs: 20_000, maxBytes: 3 * 1024 * 1024 }
const readTypes = /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)/
/** What a site may ask for between two pages, at most. Units: seconds. */
const longestPause = 5

/**
 * Reads a web site from its first page along its links: pages of the same origin, as deep and as many as the
 * site allows and was asked for. A page that has not changed is not read again; one that is gone goes.
 */
export async function readSite(parts: CrawlParts, orgId: OrgId, siteId: string): Promise<void> {
  const site = await leaseSite(parts.db, orgId, siteId)
  if (site === null) return
  try {
    const seen = await crawl(parts, site)
    await endSite(parts.db, site, { state: "ready", seen })
  } catch (error) {
    parts.log.info({ err: error, siteId }, "A web site could not be read.")
    const problem = isAppError(error) ? error.code : "internal.unexpected"
    await endSite(parts.db, site, { state: "failed", problem })
  }
}

interface Visit {
  readonly url: string
  readonly depth: number
}

async function crawl(parts: CrawlParts, site: LeasedSite): Promise<string[]> {
  const start = new URL(site.url)
  const robots = await readRobots(parts, start.origin)
  const waiting: Visit[] = [{ url: start.href, depth: 0 }]
  const met = new Set([start.href])
  const kept: string[] = []
  for (let visit = waiting.shift(); visit && kept.length < site.maxPages; visit = waiting.shift()) {
    if (robots.isAllowed(visit.url, agent) === false) continue
    const isFirst = visit.depth === 0
    const reply = await parts.outbound
      .request({
        method: "GET",
        url: visit.url,
        headers: { accept: "text/html,text/plain;q=0.8" },
        ...pageLimits,
      })
      .catch((error: unknown) => {
        // Without its first page there is no site; any other page may be missing.
        if (isFirst) throw error
        return null
      })
    const page = reply === null ? null : readPage(reply)
    if (page === null || new URL(page.url).origin !== start.origin) continue
    await keepPage(parts.db, site, page)
    kept.push(page.url)
    if (visit.depth < site.maxDepth)
      for (const url of findLinks(page.text, page.url)) {
        if (met.has(url) || met.size > 20 * site.maxPages) continue
        met.add(url)
        waiting.push({ url, depth: visit.depth + 1 })
      }
    await pause(robots.getCrawlDelay(agent) ?? 0)
  }
  return kept
}

async function readRobots({ outbound }: CrawlParts, origin: string) {
  const url = `${origin}/robots.txt`
  const reply = await outbound
    .request({ method: "GET", url, timeoutMs: 10_000, maxBytes: 512 * 1024 })
    .catch(() => null)
  const rules = reply?.status === 200 ? Buffer.from(reply.body).toString("utf8") : ""
  return robotsParser(url, rules)
}

export interface ReadPage {
  readonly url: string
  readonly mimeType: string
  readonly text: string
  readonly sha256: string
}

function readPage({ status, headers, body, url }: OutboundResponse): ReadPage | null {
  const type = headers.get("content-type") ?? "text/html"
  if (status !== 200 || !readTypes.test(type)) return null
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? "utf-8"
  const text = decode(body, charset)
  const mimeType = type.split(";")[0]?.trim().toLowerCase() ?? "text/html"
  return { url, mimeType, text, sha256: hash("sha256", body, "hex") }
}

function decode(body: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body).replaceAll("\0", "")
  } catch {
    return new TextDecoder().decode(body).replaceAll("\0", "")
  }
}

function pause(seconds: number): Promise<void> {
  const ms = Math.min(longestPause, Math.max(0, seconds)) * 1_000
  return ms === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, ms).unref())
}
