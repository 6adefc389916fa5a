/**
 * Protects the house: names, sizes, places and words that must not be there.
 * Each message says what to do; the exceptions stand in `structure-exceptions.ts` with their reasons.
 */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import ts from "typescript"
import { codeFolders } from "./code-folders.ts"
import { root } from "./node24.mjs"
import { largeFiles, longFunctions } from "./structure-exceptions.ts"

const maxFileLines = 400
const maxFunctionLines = 50
/** Markup is not logic: a component may be longer by what it draws. */
const maxComponentLines = 75
const medianGoal = 80
const p90Goal = 250
const topLevel = new Set([...codeFolders, "docs", "public", "templates", ".ci"])
const bannedNames = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "manager",
  "data",
  "info",
  "handle",
]
const problems: string[] = []

/** Files git tracks or would track. */
function listFiles(): string[] {
  const text = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
  return text.split("\n").filter((file) => file !== "" && existsSync(join(root, file)))
}

function checkName(file: string) {
  const name = basename(file).replace(/(\.[a-z0-9]+)+$/i, "")
  const isRoute = file.startsWith("app/")
  const stem = name.replace(/^\[(\.\.\.)?(.+)\]$/, "$2")
  if (!isRoute && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem))
    problems.push(`${file}: file names are kebab-case, after the one main export`)
  if (bannedNames.includes(stem))
    problems.push(`${file}: "${stem}" says nothing; name the file after what it holds`)
  if (
    /[a-z]-?\d$/.test(stem) &&
    !/(node24|utf8|tsc7|sha256|base64|md5|log10|json1|atan2)$/.test(stem)
  )
    problems.push(`${file}: numbered names hide what differs; name the difference`)
}

function countLines(text: string): number {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, (comment) =>
    comment.replace(/[^\n]/g, ""),
  )
  return withoutComments
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length
}

function checkFunctions(file: string, text: string) {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, kind)
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const body = node.body as ts.Node
      const lines = countLines(text.slice(body.getStart(source), body.getEnd()))
      const named = node as ts.FunctionLikeDeclaration
      const parent = node.parent
      const name =
        named.name?.getText(source) ??
        (ts.isVariableDeclaration(parent) ? parent.name.getText(source) : "(anonymous)")
      const place = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      const limit = file.endsWith("x") ? maxComponentLines : maxFunctionLines
      if (lines > limit && !longFunctions[`${file}:${name}`])
        problems.push(
          `${file}:${place}: ${name} has ${lines} lines (at most ${limit}); which of its steps deserves a name?`,
        )
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}

function checkWords(file: string, text: string) {
  const isTest = /\.test\.tsx?$|\/tests\//.test(file) || file.startsWith("e2e/")
  if (/\b(it|test|describe)\.(only|todo)\b/.test(text))
    problems.push(`${file}: a focused or empty test; remove the word`)
  if (/\b(it|test|describe)\.(skip|fixme)\((?![^)]*reason)/.test(text))
    problems.push(`${file}: a skipped test needs its reason in the line ("reason: ...")`)
  if (/\b(TODO|FIXME|XXX)\b/.test(text) && !file.startsWith("scripts/check-structure"))
    problems.push(`${file}: do it or write an issue; the tree holds no to-do marks`)
  if (isTest && /setTimeout\([^)]*,\s*\d{2,}\s*\)/.test(text) && !/bounded wait:/.test(text))
    problems.push(
      `${file}: a test waits on a named signal or the fake clock, not on time ("bounded wait: why" where a process must be given time)`,
    )
  if (
    /(?<![.\w])(eval\(|new Function\(|node:vm\b|node:child_process)/.test(text) &&
    /^(app|basic|catalog|components|sdk|server|widget|workers)\//.test(file) &&
    !isTest
  )
    problems.push(`${file}: no text is ever run as code, and the product starts no programs`)
  if (
    file.startsWith("basic/") &&
    !isTest &&
    /\b(new Date\b|Date\.now|Math\.random|fetch\(|setTimeout|setInterval|process\.|console\.|async |await |Promise\b)/.test(
      text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, ""),
    )
  )
    problems.push(`${file}: basic/ has no clock, chance, I/O or promises; the host hands them in`)
}

function checkReadmes() {
  for (const folder of codeFolders.filter((name) => existsSync(join(root, name)))) {
    const file = join(root, folder, "README.md")
    if (!existsSync(file))
      problems.push(`${folder}/: needs a README.md: what it is, its rule, how to add a unit`)
    else if (readFileSync(file, "utf8").split("\n").length > 61)
      problems.push(`${folder}/README.md: at most 60 lines`)
  }
}

/** Handlers are named like the definitions they perform. */
function checkPairs(files: readonly string[]) {
  const has = new Set(files)
  for (const file of files) {
    const match = /^(server\/keywords|workers)\/([a-z0-9-]+)\.ts$/.exec(file)
    if (
      !match ||
      /\.test$/.test(match[2] ?? "") ||
      ["index", "handler", "step", "step-parts", "not-set-up", "main"].includes(match[2] ?? "")
    )
      continue
    const twin =
      match[1] === "workers" ? `server/jobs/${match[2]}.ts` : `basic/keywords/${match[2]}.ts`
    if (!has.has(twin))
      problems.push(`${file}: its definition should be ${twin}; the two share one name`)
  }
}

const files = listFiles()
const sizes: number[] = []
for (const file of files) {
  const top = file.split("/")[0] ?? ""
  if (file.includes("/") && !topLevel.has(top))
    problems.push(`${file}: ${top}/ is not a folder of this house; see CONTRIBUTING.md`)
  if (
    !/\.(ts|tsx|mjs)$/.test(file) ||
    /\/generated\//.test(file) ||
    file.endsWith(".d.ts") ||
    !codeFolders.includes(top)
  )
    continue
  const text = readFileSync(join(root, file), "utf8")
  checkName(file)
  checkWords(file, text)
  const lines = countLines(text)
  if (!/\.test\.tsx?$|\/tests\//.test(file)) sizes.push(lines)
  if (lines > maxFileLines && !largeFiles[file])
    problems.push(
      `${file}: ${lines} lines (at most ${maxFileLines}). What are the two nouns in here?`,
    )
  if (!/\.test\.tsx?$|\/tests\/|^e2e\//.test(file)) checkFunctions(file, text)
}
for (const file of [
  ...Object.keys(largeFiles),
  ...Object.keys(longFunctions).map((key) => key.split(":")[0] ?? ""),
]) {
  if (!existsSync(join(root, file)))
    problems.push(`scripts/structure-exceptions.ts: ${file} is gone; remove its exception`)
}
checkReadmes()
checkPairs(files)
sizes.sort((a, b) => a - b)
const median = sizes[Math.floor(sizes.length / 2)] ?? 0
const p90 = sizes[Math.floor(sizes.length * 0.9)] ?? 0
if (median > medianGoal)
  problems.push(`The median file has ${median} lines; the goal is ${medianGoal}.`)
if (p90 > p90Goal)
  problems.push(`Nine files in ten have at most ${p90} lines; the goal is ${p90Goal}.`)
for (const problem of problems) console.log(problem)
console.log(
  `${files.length} files, code files: median ${median} lines, p90 ${p90}; ${problems.length} problem(s)`,
)
process.exitCode = problems.length > 0 ? 1 : 0
