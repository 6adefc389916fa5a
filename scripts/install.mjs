// Tells whether what is installed is what package-lock.json asks for, and installs it when it is not.
// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./node24.mjs"

/** Reads a JSON file of the project, or null when it is absent or damaged. */
function readJson(...path) {
  try {
    return JSON.parse(readFileSync(join(root, ...path), "utf8"))
  } catch {
    return null
  }
}

/**
 * Compares the lock file with what npm recorded after its last complete install.
 *
 * Shape: the names of packages that are missing or of another version; empty when nothing is to do.
 */
export function missingPackages({ withDev }) {
  const wanted = readJson("package-lock.json")?.packages ?? {}
  const present = readJson("node_modules", ".package-lock.json")?.packages ?? {}
  const missing = []
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.optional || entry.devOptional || (entry.dev && !withDev)) continue
    if (present[path]?.version !== entry.version || !existsSync(join(root, path)))
      missing.push(path)
  }
  return missing
}

/** Runs `npm ci` when something is missing; resolves to false when npm failed. */
export async function ensureInstalled({ withDev }) {
  if (missingPackages({ withDev }).length === 0) return true
  console.log("Installing what the product is made of (about a minute, once) ...")
  const args = [
    "ci",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...(withDev ? [] : ["--omit=dev"]),
  ]
  const npm = process.env.npm_execpath
  const command = npm ? [process.execPath, npm, ...args] : ["npm", ...args]
  const child = spawn(command[0], command.slice(1), {
    cwd: root,
    stdio: "inherit",
    shell: !npm && process.platform === "win32",
  })
  return new Promise((done) => {
    child.on("error", () => done(false))
    child.on("exit", (code) => done(code === 0))
  })
}
