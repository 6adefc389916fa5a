/**
 * Protects the builder's first load: what its page links is fetched before anything is shown.
 *
 *   node scripts/measure-first-load.ts            after a build; ends with 1 when the limit is passed
 *
 * Units: bytes of JavaScript as sent, compressed with gzip. The canvas, the language and the panels are fetched after it,
 * while the bot itself is being fetched; they are told apart in the line below the figure.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import { root } from "./node24.mjs"

const limitBytes = 350_000
const pageManifest = "server/app/(builder)/bots/[botId]/page_client-reference-manifest.js"

export interface FirstLoad {
  /** Linked by the page. */
  readonly linkedBytes: number
  /** Every other script of the build that the language or the canvas is in, for comparison. */
  readonly largestLater: readonly { readonly name: string; readonly bytes: number }[]
  readonly limitBytes: number
}

/** Measures what a build linked for the page of one bot. */
export function measureFirstLoad(folder = join(root, ".next")): FirstLoad {
  const text = readFileSync(join(folder, pageManifest), "utf8")
  const manifest = JSON.parse(text.slice(text.indexOf("= {") + 2).replace(/;\s*$/, "")) as {
    readonly entryJSFiles: Readonly<Record<string, readonly string[]>>
  }
  const { rootMainFiles } = JSON.parse(
    readFileSync(join(folder, "build-manifest.json"), "utf8"),
  ) as {
    readonly rootMainFiles: readonly string[]
  }
  const entries = Object.entries(manifest.entryJSFiles)
    .filter(([entry]) => /\/(?:layout|page|error)$/.test(entry))
    .flatMap(([, files]) => files)
  const linked = new Set([...rootMainFiles, ...entries])
  const sizeOf = (file: string) =>
    gzipSync(readFileSync(join(folder, decodeURIComponent(file))), { level: 9 }).length
  const linkedBytes = [...linked].reduce((sum, file) => sum + sizeOf(file), 0)
  const later = readdirSync(join(folder, "static/chunks"))
    .filter((name) => name.endsWith(".js") && !linked.has(`static/chunks/${name}`))
    .map((name) => ({ name, bytes: sizeOf(`static/chunks/${name}`) }))
    .sort((a, b) => b.bytes - a.bytes)
  return { linkedBytes, largestLater: later.slice(0, 4), limitBytes }
}

/** Prints the figure; false when it is over the limit. */
export function tellFirstLoad(): boolean {
  const { linkedBytes, largestLater, limitBytes: limit } = measureFirstLoad()
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`
  const later = largestLater.map(({ bytes }) => kilobytes(bytes)).join(", ")
  console.log(
    `builder: ${kilobytes(linkedBytes)} gzip before anything is shown (limit ${kilobytes(limit)}); largest parts fetched later: ${later}`,
  )
  if (linkedBytes <= limit) return true
  console.error(
    "The builder's first load has outgrown its budget. Import what is not needed at once with lazyPart (components/ui/lazy-part.ts).",
  )
  return false
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.exitCode = tellFirstLoad() ? 0 : 1
