/**
 * Protects what we may ship: every package a fresh install of the product brings carries a licence of the list.
 * Packages used only for development are held to the same list; exceptions are named with the reason.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./node24.mjs"

const allowed = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Unlicense",
  "CC0-1.0",
  "BlueOak-1.0.0",
  "Python-2.0",
  "OFL-1.1",
  "MPL-2.0",
  "CC-BY-4.0",
  "Zlib",
  "WTFPL",
])
/** `name: reason`. */
const exceptions: Readonly<Record<string, string>> = {
  "dejavu-fonts-ttf":
    "Bitstream Vera licence: free to use, copy, embed and sell with software, unchanged",
  duck: "the two-clause BSD licence, under a name that says only BSD",
  elkjs: "EPL-2.0, used unchanged in a worker of its own",
}
/** Native builds of image libraries that Next offers to use; dynamically linked, unchanged. */
const lgpl = /^@img\/sharp-libvips/

function licenceOf(manifest: { license?: unknown; licenses?: unknown }): string {
  const value = manifest.license ?? manifest.licenses
  if (typeof value === "string") return value
  if (Array.isArray(value))
    return value
      .map((entry) => (typeof entry === "string" ? entry : (entry as { type: string }).type))
      .join(" OR ")
  return value && typeof value === "object" ? String((value as { type?: string }).type) : "none"
}

/** An SPDX expression is fine when one alternative of each OR is. */
function isAllowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, "")
  return plain
    .split(" OR ")
    .some((alternative) => alternative.split(" AND ").every((name) => allowed.has(name.trim())))
}

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, { dev?: boolean }>
}
const problems: string[] = []
let seen = 0
for (const path of Object.keys(lock.packages)) {
  const file = join(root, path, "package.json")
  if (path === "" || !existsSync(file)) continue
  seen += 1
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)
  const licence = licenceOf(JSON.parse(readFileSync(file, "utf8")))
  if (!isAllowed(licence) && !exceptions[name] && !lgpl.test(name))
    problems.push(`${name}: licence "${licence}" is not on the list in scripts/check-licences.ts`)
}
for (const problem of problems) console.log(problem)
console.log(`${seen} packages, ${problems.length} problem(s)`)
process.exitCode = problems.length > 0 ? 1 : 0
