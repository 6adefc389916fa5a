/**
 * The golden cases: `<area>/<case>/input.bas` and whichever of the files below stand beside it.
 * GOLDEN_UPDATE=1 rewrites those that exist; the diff is the review. To add one, create it empty.
 *
 * ast.json     the tree, without spans         printed.bas  what the printer makes of it
 * errors.txt   diagnostics of parser, analyzer code.txt     the compiled program
 * output.txt   a transcript of the preview, to the lines of answers.txt
 * graph.json   the canvas graph
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { showDiagnostics } from "../diagnostics/show.ts"
import { checkLaws } from "../graph/laws.ts"
import { toGraph } from "../graph/to-graph.ts"
import { compile } from "../ir/compile.ts"
import { disassemble } from "../ir/disassemble.ts"
import { parse } from "../parser/parse.ts"
import { printProgram } from "../printer/print.ts"
import { listComments } from "./list-comments.ts"
import { runScript, showTranscript } from "./transcript.ts"

const isUpdate = process.env.GOLDEN_UPDATE === "1"
const root = import.meta.dirname
const cases = globSync("*/*/input.bas", { cwd: root }).map(dirname).sort()

const withoutSpans = (key: string, value: unknown) => (key === "span" ? undefined : value)
const showTree = (tree: unknown) => `${JSON.stringify(tree, withoutSpans, 2)}\n`

/** What each golden file holds. */
const makers: Readonly<Record<string, (source: string, folder: string) => string>> = {
  "ast.json": (source) => showTree(parse(source).program),
  "printed.bas": (source) => printProgram(parse(source).program),
  "errors.txt": (source) => showDiagnostics(checkSource(source).diagnostics, source, "input.bas"),
  "code.txt": (source) => disassemble(compile(parse(source).program, undefined, source)),
  "output.txt": (source, folder) => showTranscript(runScript(source, readAnswers(folder))),
  "graph.json": (source) => showTree(toGraph(parse(source).program)),
}

function readAnswers(folder: string): string[] {
  const file = join(folder, "answers.txt")
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : []
}

/** A golden that holds a time, an id or a path of one machine would fail on the next. */
const varying = /\d{4}-\d\d-\d\dT\d\d:|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|\/tmp\/|[A-Z]:\\Users/

describe.each(cases)("%s", (name) => {
  const folder = join(root, name)
  const source = readFileSync(join(folder, "input.bas"), "utf8")
  const files = Object.keys(makers).filter((file) => existsSync(join(folder, file)))

  it.each(files)("gives the %s that was agreed on", (file) => {
    const made = makers[file]?.(source, folder) ?? ""
    if (file === "output.txt" || file === "code.txt") expect(made).not.toMatch(varying)
    const path = join(folder, file)
    if (isUpdate) writeFileSync(path, made)
    expect(made).toBe(readFileSync(path, "utf8"))
  })

  it("says something: at least one golden file stands beside the input", () => {
    expect(files, `add an empty ${Object.keys(makers).join(" or ")} to ${name}`).not.toEqual([])
  })

  it("holds the laws: printing, the graph and the compiler lose nothing", () => {
    expect(checkLaws(source).failed).toEqual([])
  })

  it("keeps every comment when it is printed", () => {
    const printed = listComments(parse(printProgram(parse(source).program)).program)
    expect(printed).toEqual(listComments(parse(source).program))
  })

  it("is named after what it shows", () => {
    expect(basename(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })
})
