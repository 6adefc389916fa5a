/**
 * Builds the two things that cannot run as they are written: the pages (Next) and the widget (Vite).
 * Each is built again only when a file it is made of has changed; the stamp holds the hash of its inputs.
 *
 *   node scripts/build.ts [--force]
 */
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { tellFirstLoad } from "./measure-first-load.ts"
import { root } from "./node24.mjs"

interface Target {
  name: string
  /** What a person reads while it runs. */
  announce: string
  inputs: readonly string[]
  /** Proof that an earlier build is still there. */
  output: string
  command: readonly string[]
}

const targets: readonly Target[] = [
  {
    name: "widget",
    announce: "Building the chat widget ...",
    inputs: ["widget/**/*", "sdk/**/*.ts", "catalog/**/*.ts", "package-lock.json"],
    output: "public/widget.js",
    command: ["scripts/build-widget.ts"],
  },
  {
    name: "pages",
    announce: "Building the pages (half a minute, only after a change) ...",
    inputs: [
      "app/**/*",
      "components/**/*",
      "basic/**/*.ts",
      "catalog/**/*.ts",
      "sdk/**/*.ts",
      "server/trpc/**/*.ts",
      "server/services/*/schema.ts",
      "next.config.ts",
      "tsconfig.json",
      "package-lock.json",
    ],
    output: ".next/BUILD_ID",
    command: ["node_modules/next/dist/bin/next", "build"],
  },
]

/** Hashes the names and contents of the files a target is made of; tests do not count. */
function hashInputs(target: Target): string {
  const hash = createHash("sha256")
  const files = globSync([...target.inputs], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files)
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0")
  return hash.digest("hex")
}

function run(command: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...command], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  })
  let output = ""
  child.stdout.on("data", (chunk) => (output += chunk))
  child.stderr.on("data", (chunk) => (output += chunk))
  return new Promise((done) =>
    child.on("exit", (code) => {
      if (code !== 0) process.stderr.write(output)
      done(code ?? 1)
    }),
  )
}

const stampFolder = join(root, ".build")
const isForced = process.argv.includes("--force")
mkdirSync(stampFolder, { recursive: true })
for (const target of targets) {
  const stampFile = join(stampFolder, `${target.name}.stamp`)
  const hash = hashInputs(target)
  const isFresh =
    !isForced &&
    existsSync(join(root, target.output)) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === hash
  if (isFresh) continue
  console.log(target.announce)
  const code = await run(target.command)
  if (code !== 0) process.exit(code)
  if (target.name === "pages" && !tellFirstLoad()) process.exit(1)
  writeFileSync(stampFile, hash)
}
