/**
 * Runs the benchmarks, each in a process of its own, one after the other.
 *
 *   npm run bench                 all of them
 *   npm run bench -- turns        only these
 *   npm run bench -- vm --json    what begins with -- goes to the benchmark
 */
import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"

const folder = new URL(".", import.meta.url)
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => file.slice(0, -3))
const flags = process.argv.slice(2).filter((word) => word.startsWith("--"))
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"))
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${known.join(", ")}.`)
  process.exit(1)
}
for (const name of wanted.length > 0 ? wanted : known) {
  const file = fileURLToPath(new URL(`${name}.ts`, folder))
  const { status } = spawnSync(process.execPath, [file, ...flags], { stdio: "inherit" })
  if (status !== 0) process.exitCode = 1
}
