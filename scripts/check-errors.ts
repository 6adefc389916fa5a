/**
 * Protects the error table: each code of `catalog/errors.ts` has a page under docs/errors that says what happened
 * and how to fix it, and a place in the code that throws it. A page without a code is a lie and fails too.
 */
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { errors } from "#catalog/errors.ts"
import { root } from "./node24.mjs"

const problems: string[] = []
const tracked = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "server", "workers", "cli", "db"],
  { cwd: root, encoding: "utf8" },
)
const code = tracked
  .split("\n")
  .filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && existsSync(join(root, file)),
  )
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n")

for (const name of Object.keys(errors)) {
  const page = join(root, "docs/errors", `${name}.md`)
  if (!existsSync(page))
    problems.push(`${name}: write docs/errors/${name}.md (What happened, How to fix it, Example)`)
  else {
    const text = readFileSync(page, "utf8")
    for (const heading of ["## What happened", "## How to fix it"])
      if (!text.includes(heading))
        problems.push(`docs/errors/${name}.md: needs the heading "${heading}"`)
  }
  if (!code.includes(`"${name}"`))
    problems.push(`${name}: nothing throws it; remove it from catalog/errors.ts`)
}
for (const file of existsSync(join(root, "docs/errors"))
  ? readdirSync(join(root, "docs/errors"))
  : []) {
  const name = file.replace(/\.md$/, "")
  if (name !== "README" && !(name in errors))
    problems.push(`docs/errors/${file}: no such code in catalog/errors.ts`)
}
for (const problem of problems) console.log(problem)
console.log(`${Object.keys(errors).length} codes, ${problems.length} problem(s)`)
process.exitCode = problems.length > 0 ? 1 : 0
