/**
 * `npm run check`: every rule of the house that a machine can hold, in under half a minute, without a database.
 *
 *   node scripts/check.ts [name ...]       only these
 */
import { spawn } from "node:child_process"
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { codeFolders } from "./code-folders.ts"
import { findBin, root } from "./node24.mjs"

interface Check {
  name: string
  /** What it protects, in a few words. */
  protects: string
  command: readonly string[]
}

const folders = codeFolders.filter((folder) => existsSync(join(root, folder)))

const checks: readonly Check[] = [
  {
    name: "format",
    protects: "one format and the lint rules",
    command: [findBin("biome"), "check", "--error-on-warnings", "--max-diagnostics=40", "."],
  },
  {
    name: "types",
    protects: "the types of the whole tree",
    command: [findBin("tsc7"), "-p", ".", "--noEmit"],
  },
  {
    name: "imports",
    protects: "who may import whom",
    command: [findBin("depcruise"), "--config", ".dependency-cruiser.cjs", ...folders],
  },
  {
    name: "structure",
    protects: "names, sizes, places and forbidden words",
    command: ["scripts/check-structure.ts"],
  },
  {
    name: "errors",
    protects: "each error code has its page and a place that throws it",
    command: ["scripts/check-errors.ts"],
  },
  {
    name: "docs",
    protects: "paths and commands the documents cite exist",
    command: ["scripts/check-docs.ts"],
  },
  {
    name: "i18n",
    protects: "no text is missing in a language or hard-coded",
    command: ["scripts/check-i18n.ts"],
  },
  {
    name: "api",
    protects: "REST routes, their tests and the OpenAPI document agree",
    command: ["scripts/check-api.ts"],
  },
  {
    name: "generated",
    protects: "the manual of keywords and the OpenAPI document are up to date",
    command: ["scripts/check-generated.ts"],
  },
  {
    name: "licences",
    protects: "dependencies carry licences we may ship",
    command: ["scripts/check-licences.ts"],
  },
]

function run(
  check: Check,
): Promise<{ check: Check; ok: boolean; output: string; seconds: number }> {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", ...check.command],
    { cwd: root },
  )
  let output = ""
  child.stdout.on("data", (chunk) => (output += chunk))
  child.stderr.on("data", (chunk) => (output += chunk))
  return new Promise((done) =>
    child.on("exit", (code) =>
      done({ check, ok: code === 0, output, seconds: (performance.now() - startedAt) / 1000 }),
    ),
  )
}

const wanted = process.argv.slice(2)
const queue = checks.filter((check) => wanted.length === 0 || wanted.includes(check.name))
let passed = 0
let failed = 0
/** Two at a time: as many as the smallest machine we care for has cores. */
async function work() {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const result = await run(check)
    if (result.ok) passed += 1
    else failed += 1
    console.log(
      `${result.ok ? "ok  " : "FAIL"} ${check.name.padEnd(10)} ${result.seconds.toFixed(1).padStart(5)} s  ${check.protects}`,
    )
    if (!result.ok) console.log(result.output.trimEnd().split("\n").slice(0, 80).join("\n"))
  }
}
await Promise.all([work(), work()])
if (process.env.TEST_RESULT_FILE)
  writeFileSync(process.env.TEST_RESULT_FILE, JSON.stringify({ passed, failed }))
process.exitCode = failed > 0 ? 1 : 0
