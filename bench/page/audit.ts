import AxeBuilder from "@axe-core/playwright"
import type { Browser, Page, Response } from "@playwright/test"
import { scoreChecks, scoreTimings, type Timings } from "./score.ts"

export interface Audit {
  readonly speed: number
  readonly accessibility: number
  readonly practices: number
  readonly search: number
  readonly timings: Timings
  /** What does not hold, in words. */
  readonly faults: readonly string[]
}

interface Check {
  readonly name: string
  readonly holds: boolean
  readonly weight: number
}

/** Lighthouse's phone: a 4 times slower processor behind a slow 4G line. */
const phone = { width: 412, height: 823 }
const slowdown = 4
const line = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 }
/** Nothing that is loaded with a page comes later. */
const quietMs = 3_000

/** Opens an address in a fresh window of a slow phone and examines what comes. */
export async function auditPage(browser: Browser, url: string, isOurs: boolean): Promise<Audit> {
  const context = await browser.newContext({ viewport: phone, isMobile: true, hasTouch: true })
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on("pageerror", (error) => complaints.push(error.message))
    page.on("console", (said) => said.type() === "error" && complaints.push(said.text()))
    const cdp = await context.newCDPSession(page)
    await cdp.send("Network.enable")
    await cdp.send("Network.emulateNetworkConditions", line)
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
    await page.addInitScript(watchTimings)
    const response = await page.goto(url, { waitUntil: "load" })
    await page.waitForTimeout(quietMs)
    const timings = await page.evaluate(readTimings)
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 })
    const checks = {
      practices: await checkPractices(page, response, complaints, isOurs),
      search: await checkSearch(page, response),
    }
    const accessibility = await checkAccess(page)
    const all = [...checks.practices, ...checks.search, ...accessibility]
    return {
      speed: scoreTimings(timings),
      accessibility: scoreChecks(accessibility),
      practices: scoreChecks(checks.practices),
      search: scoreChecks(checks.search),
      timings,
      faults: all.filter(({ holds }) => !holds).map(({ name }) => name),
    }
  } finally {
    await context.close()
  }
}

/** Notes paints, shifts and long tasks from the first moment; runs in the page. */
function watchTimings(): void {
  const noted = { largest: 0, shift: 0, tasks: [] as { at: number; ms: number }[] }
  Reflect.set(window, "notedTimings", noted)
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    })
  watch("largest-contentful-paint", ({ startTime }) => (noted.largest = startTime))
  watch("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    }
    if (!hadRecentInput) noted.shift += value
  })
  watch("longtask", ({ startTime, duration }) => noted.tasks.push({ at: startTime, ms: duration }))
}

/** What was noted, as Lighthouse reads it: a task blocks for what it takes beyond 50 ms after the first paint. */
function readTimings() {
  const noted = Reflect.get(window, "notedTimings") as {
    largest: number
    shift: number
    tasks: { at: number; ms: number }[]
  }
  const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0
  const blocked = noted.tasks
    .filter(({ at, ms }) => at + ms > first)
    .reduce((sum, { ms }) => sum + ms - 50, 0)
  return {
    firstPaintMs: Math.round(first),
    // Without a film of the page: it is never later than the last large paint.
    speedIndexMs: Math.round(Math.max(first, noted.largest)),
    largestPaintMs: Math.round(noted.largest),
    blockedMs: Math.round(blocked),
    shift: Math.round(noted.shift * 1000) / 1000,
  }
}

const impact: Readonly<Record<string, number>> = { critical: 10, serious: 7, moderate: 3, minor: 1 }

async function checkAccess(page: Page): Promise<Check[]> {
  const { passes, violations } = await new AxeBuilder({ page }).analyze()
  const weigh = (found: (typeof passes)[number]) => impact[found.impact ?? ""] ?? 3
  return [
    ...passes.map((found) => ({ name: found.id, holds: true, weight: weigh(found) })),
    ...violations.map((found) => ({
      ...{ name: `${found.id}: ${found.nodes[0]?.html}`, holds: false, weight: weigh(found) },
    })),
  ]
}

async function checkPractices(
  page: Page,
  response: Response | null,
  complaints: readonly string[],
  isOurs: boolean,
): Promise<Check[]> {
  const headers = (await response?.allHeaders()) ?? {}
  const facts = await page.evaluate(() => ({
    isStandard: document.compatMode === "CSS1Compat",
    charset: document.characterSet,
    stretched: [...document.images].filter(
      ({ naturalWidth, naturalHeight, width, height }) =>
        naturalWidth > 0 &&
        height > 0 &&
        Math.abs(naturalWidth / naturalHeight - width / height) > 0.05,
    ).length,
  }))
  const check = (name: string, holds: boolean, weight = 1) => ({ name, holds, weight })
  const ours = [
    check(
      "a content security policy without unsafe scripts",
      /script-src(?![^;]*'unsafe-inline')/.test(headers["content-security-policy"] ?? ""),
    ),
    check("types are not guessed", headers["x-content-type-options"] === "nosniff"),
    check("a referrer policy", (headers["referrer-policy"] ?? "") !== ""),
    check("compressed", /br|gzip|zstd/.test(headers["content-encoding"] ?? "")),
  ]
  return [
    check(`no complaint in the console: ${complaints[0] ?? ""}`, complaints.length === 0, 3),
    check("a document type", facts.isStandard),
    check("UTF-8", facts.charset === "UTF-8"),
    check("images in their proportions", facts.stretched === 0),
    ...(isOurs ? ours : []),
  ]
}

async function checkSearch(page: Page, response: Response | null): Promise<Check[]> {
  const facts = await page.evaluate(() => {
    const content = (name: string) =>
      document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? ""
    return {
      title: document.title,
      language: document.documentElement.lang,
      description: content("description"),
      viewport: content("viewport"),
      robots: content("robots"),
      emptyLinks: [...document.links].filter(
        (link) => (link.textContent ?? "").trim() === "" && !link.ariaLabel,
      ).length,
      smallText: [...document.querySelectorAll("p, li, span, button, a")].filter(
        (element) =>
          element.textContent !== "" && Number.parseFloat(getComputedStyle(element).fontSize) < 12,
      ).length,
    }
  })
  const check = (name: string, holds: boolean) => ({ name, holds, weight: 1 })
  return [
    check("found", response?.status() === 200),
    check("a title", facts.title !== ""),
    check("a language", facts.language !== ""),
    check("a description", facts.description.length > 10),
    check(
      "a viewport as wide as the device that may be zoomed",
      /width=device-width/.test(facts.viewport) &&
        !/user-scalable=no|maximum-scale=1\b/.test(facts.viewport),
    ),
    check("may be indexed", !/noindex/.test(facts.robots)),
    check("links say where they lead", facts.emptyLinks === 0),
    check("text is at least 12 pixels high", facts.smallText === 0),
  ]
}
