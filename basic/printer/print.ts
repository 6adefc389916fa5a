import type { Block, Program, Statement, Trivia } from "../ast/nodes.ts"
import { isBlock, isLine, printBlockStatement } from "./block-statement.ts"
import type { Page } from "./page.ts"
import { printLine } from "./statement.ts"

/**
 * Prints a program: four blanks a level, canonical keywords, comments and blank lines kept.
 *
 * Shape: ends with a line break, unless there is nothing to print. Parsing what is printed gives the
 *        tree back (`equalAst`), and printing that changes nothing.
 */
export function printProgram(program: Program): string {
  const page = new LinePage()
  page.block(0, program.body)
  return page.finish()
}

/** Prints one statement with its comments, without a line break at the end. */
export function printStatement(statement: Statement): string {
  const page = new LinePage()
  page.statement(0, statement)
  return page.finish().slice(0, -1)
}

class LinePage implements Page {
  private readonly lines: string[] = []
  private mark = "'"

  line(indent: number, text: string) {
    this.lines.push(text === "" ? "" : " ".repeat(indent) + text)
  }

  head(indent: number, text: string, trailing: string | null) {
    if (trailing === null) return this.line(indent, namedUnderscore.test(text) ? `${text} '` : text)
    // Where an operand was missing, its ' is a comment only as long as no other ' closes it.
    const isOpen = /[-+*/=<>&^?|%\\([{,:]$|\b(?:and|or|not|mod)$/i.test(text)
    const isQuote = isOpen ? trailing.includes("'") : wantsText.test(text) && quoted.test(trailing)
    this.line(indent, `${text} ${comment(isQuote ? "//" : "'", trailing)}`)
    if (isOpen) this.mark = "REM"
  }

  trivia(indent: number, trivia: readonly Trivia[]) {
    for (const item of trivia)
      this.line(indent, item.kind === "BlankLine" ? "" : comment(this.mark, item.text))
  }

  block(indent: number, { statements, closing }: Block) {
    for (const statement of statements) this.statement(indent, statement)
    this.trivia(indent, closing)
  }

  statement(indent: number, statement: Statement) {
    this.trivia(indent, statement.leading)
    if (isBlock(statement)) printBlockStatement(this, statement, indent)
    else if (isLine(statement)) this.head(indent, printLine(statement, indent), statement.trailing)
  }

  finish(): string {
    return this.lines.length === 0 ? "" : `${this.lines.join("\n")}\n`
  }
}

/** Behind the last word of a command, `' what 'so' means` would be a text. */
const wantsText = /(?<![\p{L}\p{N}_])[A-Z][A-Z_]+$/u
const quoted = /'(?:[\s,)\]}+\-*/&=<>:;.?]|$)/

/** The name `_` at the end of a line would go on in the next one. */
const namedUnderscore = /(?<![\p{L}\p{M}\p{N}_])_$/u

const comment = (mark: string, text: string): string => (text === "" ? mark : `${mark} ${text}`)
