/**
 * The three laws of the pipeline, checked on one program.
 *
 * 1. parse(print(ast)) = ast, and printing again changes nothing.
 * 2. toAst(toGraph(ast)) = ast, also through the graph's JSON.
 * 3. The compiled code, constants and functions of toAst(toGraph(ast)) equal those of ast.
 *
 * Equality of trees ignores spans and compares comments.
 */
import { checkSource } from "../analyzer/check-source.ts"
import { equalAst } from "../ast/equal.ts"
import type { Program } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { printProgram } from "../printer/print.ts"
import type { Graph } from "./graph.ts"
import { readGraph } from "./read-graph.ts"
import { toAst } from "./to-ast.ts"
import { toGraph } from "./to-graph.ts"
import { writeGraph } from "./write-graph.ts"

export type Law = "print" | "graph" | "bundle"

/** A law that was not checked, or does not hold, and a sentence about it. */
export interface LawFinding {
  readonly law: Law
  readonly message: string
}

export interface LawReport {
  readonly ok: boolean
  readonly skipped: readonly LawFinding[]
  readonly failed: readonly LawFinding[]
}

/** Checks the laws on a source text. What does not parse without error is not compiled: that law is skipped. */
export function checkLaws(source: string): LawReport {
  const { program, diagnostics } = checkSource(source)
  return checkProgramLaws(program, diagnostics)
}

/** The same for a tree that was made rather than read. `diagnostics`: those of its text. */
export function checkProgramLaws(program: Program, diagnostics: readonly Diagnostic[]): LawReport {
  const text = printProgram(program)
  return checkReadLaws(program, { text, program: parse(text).program, diagnostics })
}

/** What a tree prints as, and what that reads as. */
export interface ReadBack {
  readonly text: string
  readonly program: Program
  readonly diagnostics: readonly Diagnostic[]
}

/** The same where the printed text has been read already. */
export function checkReadLaws(program: Program, read: ReadBack): LawReport {
  const { diagnostics } = read
  const graph = toGraph(program)
  const drawn = toAst(graph)
  const failed = [...checkPrint(program, read), ...checkGraph(program, graph, drawn)]
  const error = diagnostics.find(({ severity }) => severity === "error")
  if (error !== undefined) {
    const message = `The program does not compile: ${error.message}`
    return { ok: failed.length === 0, skipped: [{ law: "bundle", message }], failed }
  }
  failed.push(...checkBundle(program, drawn))
  return { ok: failed.length === 0, skipped: [], failed }
}

function checkPrint(program: Program, { text, program: read }: ReadBack): LawFinding[] {
  if (!equalAst(read, program)) {
    return [{ law: "print", message: "The printed program does not read as the same program." }]
  }
  return printProgram(read) === text
    ? []
    : [{ law: "print", message: "Printing the printed program changes it." }]
}

function checkGraph(program: Program, graph: Graph, drawn: Program): LawFinding[] {
  if (!equalAst(drawn, program)) {
    return [{ law: "graph", message: "The program of its graph is another program." }]
  }
  const read = readGraph(writeGraph(graph))
  if (!read.ok) return [{ law: "graph", message: `The graph's JSON is refused: ${read.message}` }]
  return equalAst(toAst(read.graph), program)
    ? []
    : [{ law: "graph", message: "The program of the graph's JSON is another program." }]
}

function checkBundle(program: Program, drawn: Program): LawFinding[] {
  const before = compile(program)
  const after = compile(drawn)
  return (["code", "constants", "functions"] as const).flatMap((part) =>
    JSON.stringify(before[part]) === JSON.stringify(after[part])
      ? []
      : [
          {
            law: "bundle",
            message: `The ${part} of the compiled graph differ from those of the program.`,
          },
        ],
  )
}
