/**
 * Protects the documents: each path in backticks exists, each `npm run` script exists, each relative link leads
 * somewhere, and nothing speaks of machines, registries or how the work was organised.
 */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "./node24.mjs"

const scripts = Object.keys(
  (
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>
    }
  ).scripts,
)
const tops =
  "app|basic|bench|catalog|cli|components|db|docs|e2e|public|scripts|sdk|server|templates|widget|workers"
/** Made when the product is built or run, so absent from a fresh clone. */
const made = /^(public\/widget|test-output|\.data)/
const problems: string[] = []
const text = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
  { cwd: root, encoding: "utf8" },
)
const files = text.split("\n").filter((file) => file !== "" && existsSync(join(root, file)))

for (const file of files) {
  const content = readFileSync(join(root, file), "utf8")
  const isHistory = file.startsWith("docs/adr/") || file === "CHANGELOG.md"
  for (const [, path] of content.matchAll(new RegExp(`\`((?:${tops})/[\\w@./-]+)\``, "g")))
    if (path && !isHistory && !made.test(path) && !existsSync(join(root, path)))
      problems.push(`${file}: \`${path}\` does not exist`)
  for (const [, name] of content.matchAll(/npm run (?:-s )?([\w:]+)/g))
    if (name && !scripts.includes(name))
      problems.push(`${file}: there is no script "npm run ${name}"`)
  for (const [, link] of content.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g))
    if (link && !existsSync(join(root, dirname(file), link)))
      problems.push(`${file}: the link ${link} leads nowhere`)
  if (/registry\.npmjs|deb\.debian|\/work\/|\/tmp\/n24/.test(content))
    problems.push(`${file}: names a machine's path or a registry`)
}
for (const problem of problems) console.log(problem)
console.log(`${files.length} documents, ${problems.length} problem(s)`)
process.exitCode = problems.length > 0 ? 1 : 0
