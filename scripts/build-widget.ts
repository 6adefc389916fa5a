/**
 * Builds the widget: `public/widget.js`, which every page loads, and `public/widget/panel-<hash>.js`, fetched when the
 * chat opens. Protects its size: fails when the first passes 15 kB gzip or both together pass 45 kB.
 */
import { createHash } from "node:crypto"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build, type Rolldown } from "vite"
import { root } from "./node24.mjs"

const firstLimitBytes = 15_000
const totalLimitBytes = 45_000

/** Bundles one entry to a single file in memory. */
async function bundle(
  entry: string,
  format: "es" | "iife",
  define: Record<string, string>,
): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define,
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry: join(root, entry), formats: [format], name: "Botwright", fileName: "out" },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[]
  const chunk = outputs[0]?.output.find((file) => file.type === "chunk")
  if (chunk?.type !== "chunk") throw new Error(`The bundler gave no code for ${entry}.`)
  return chunk.code
}

const panel = await bundle("widget/panel.ts", "es", {})
const panelFile = `panel-${createHash("sha256").update(panel).digest("hex").slice(0, 12)}.js`
const first = await bundle("widget/main.ts", "iife", { __PANEL_FILE__: JSON.stringify(panelFile) })
const sizes = { first: gzipSync(first, { level: 9 }).length, total: 0 }
sizes.total = sizes.first + gzipSync(panel, { level: 9 }).length
console.log(
  `widget: ${sizes.first} bytes gzip before it opens (limit ${firstLimitBytes}), ${sizes.total} in all (limit ${totalLimitBytes})`,
)
if (sizes.first > firstLimitBytes || sizes.total > totalLimitBytes) {
  console.error(
    "The widget has outgrown its budget. What it loads, strangers' visitors wait for: take something out.",
  )
  process.exit(1)
}
rmSync(join(root, "public/widget"), { recursive: true, force: true })
mkdirSync(join(root, "public/widget"), { recursive: true })
writeFileSync(join(root, "public/widget", panelFile), panel)
writeFileSync(join(root, "public/widget.js"), first)
