import { checkSource } from "../../analyzer/check-source.ts"
import { equalAst } from "../../ast/equal.ts"
import type { Program } from "../../ast/nodes.ts"
import { walkProgram } from "../../ast/walk.ts"
import { checkProgramLaws } from "../../graph/laws.ts"
import { compile } from "../../ir/compile.ts"
import { highlightSource } from "../../lexer/highlight-source.ts"
import { lexLines } from "../../lexer/lex.ts"
import { parse } from "../../parser/parse.ts"
import { printProgram } from "../../printer/print.ts"
import { load } from "../../vm/load.ts"
import { anyText, legalText } from "./inputs.ts"
import type { Target } from "./target.ts"

const lexer: Target = {
  name: "lexer",
  promise: "cuts any text into lines and tokens that lie inside it, in order",
  make: anyText,
  check(source) {
    let at = 0
    for (const line of lexLines(source).lines) {
      if (line.start < at || line.end < line.start || line.end > source.length)
        return `a line reaches from ${line.start} to ${line.end}`
      at = line.end
      if (line.kind !== "code") continue
      let last = line.start
      for (const token of line.tokens) {
        if (token.start < last || token.end < token.start)
          return `a token reaches from ${token.start} to ${token.end}`
        last = token.end
      }
    }
    let painted = 0
    for (const { start, end } of highlightSource(source)) {
      if (start < painted || end <= start) return `a colour reaches from ${start} to ${end}`
      painted = start
    }
    return null
  },
}

const parser: Target = {
  name: "parser",
  promise: "reads any text, and says where what is wrong",
  make: anyText,
  check(source) {
    const { program, diagnostics } = checkSource(source)
    for (const { code, span, message, fix } of diagnostics) {
      if (span.start < 0 || span.end < span.start || span.end > source.length)
        return `${code} stands from ${span.start} to ${span.end}`
      if (!/[.?!)"']$/.test(message) && message.length < 80) return `${code} says "${message}"`
      for (const edit of fix?.edits ?? [])
        if (edit.span.start < 0 || edit.span.end > source.length) return `${code} repairs outside`
    }
    let broken: string | null = null
    walkProgram(program, {
      statement: ({ kind, span }) => {
        if (span.start < 0 || span.end > source.length) broken = `${kind} lies outside`
      },
    })
    return broken
  },
}

/** A line that cannot be read may read differently in new surroundings; the law is for the rest. */
function isReadable(program: Program): boolean {
  let isClean = true
  walkProgram(program, {
    statement: ({ kind }) => {
      if (kind === "BrokenStatement") isClean = false
    },
    expression: ({ kind }) => {
      if (kind === "ErrorExpression") isClean = false
    },
  })
  return isClean
}

const printer: Target = {
  name: "printer",
  promise: "prints what was read so that it reads the same and prints the same",
  make: anyText,
  check(source) {
    const { program } = parse(source)
    const printed = printProgram(program)
    if (!isReadable(program)) return null
    const again = parse(printed).program
    if (!equalAst(program, again)) return "the printed program reads differently"
    return printProgram(again) === printed ? null : "printing twice changes something"
  },
}

const laws: Target = {
  name: "laws",
  promise: "script, printed form, graph and code say the same",
  make: (mutator) => (mutator.below(3) === 0 ? legalText(mutator) : anyText(mutator)),
  check(source) {
    const { program, diagnostics } = checkSource(source)
    if (!isReadable(program)) return null
    const { failed } = checkProgramLaws(program, diagnostics)
    return failed[0]?.message ?? null
  },
}

const compiler: Target = {
  name: "compiler",
  promise: "compiles what has no errors, to code that the machine accepts",
  make: (mutator) => (mutator.below(2) === 0 ? legalText(mutator) : anyText(mutator)),
  check(source) {
    const { program, diagnostics } = checkSource(source)
    const hasErrors = diagnostics.some(({ severity }) => severity === "error")
    const bundle = compile(program, undefined, source)
    if (!hasErrors) load(JSON.parse(JSON.stringify(bundle)), "hash")
    return null
  },
}

export const languageTargets: readonly Target[] = [lexer, parser, printer, laws, compiler]
