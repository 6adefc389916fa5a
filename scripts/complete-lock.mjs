// Run after every change of dependencies:  node scripts/complete-lock.mjs
//
// Protects `npm ci`: npm leaves out of package-lock.json the builds for other platforms that it could not find
// where it looked, and `npm ci` then refuses the whole lock. This adds them with the version their parent asks for
// and the platform their name says; npm fetches such a package only on that platform.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./node24.mjs"

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
]
const processors = [
  "arm64",
  "arm",
  "x64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
]

/** Reads the platform out of a package's name: `@next/swc-win32-arm64-msvc` is for win32 on arm64. */
function platformOf(name) {
  const words = name.split("/").pop().split(/[-_.]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  const libc = words.includes("musl") ? "musl" : words.includes("gnu") ? "glibc" : null
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(libc && os === "linux" ? { libc: [libc] } : {}),
    ...(os ? { os: [os] } : {}),
  }
}

const file = join(root, "package-lock.json")
const lock = JSON.parse(readFileSync(file, "utf8"))
const added = []
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`]
    const isThere = places.some((place) => lock.packages[place])
    const platform = platformOf(name)
    if (isThere || path === "" || Object.keys(platform).length === 0 || !/^\d/.test(version))
      continue
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      ...(platform.cpu ? { cpu: platform.cpu } : {}),
      ...(platform.libc ? { libc: platform.libc } : {}),
      optional: true,
      ...(platform.os ? { os: platform.os } : {}),
    }
    added.push(name)
  }
}
const [first, ...rest] = Object.entries(lock.packages)
lock.packages = Object.fromEntries([first, ...rest.sort(([a], [b]) => a.localeCompare(b, "en"))])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  added.length === 0
    ? "package-lock.json is complete."
    : `Added ${added.length} packages of other platforms: ${added.join(", ")}`,
)
