import type { CodeLine, SourceLine, Token } from "../lexer/token.ts"
import { arrayName } from "./normal-name.ts"
import { hasModifier } from "./procedure.ts"

const assigning = new Set(["=", "+=", "-=", "*=", "/="])
const noise = new Set(["LET", "SET", "CONST"])
const targets = new Set(["HEAR", "WITH", "INTO", "CATCH"])
const lists = new Set(["PARAM", "DIM", "REDIM"])

/**
 * Collects the names a program sets, in normal spelling, before it is parsed: a word that a program
 * uses as a variable is one, even where it could be a command without operands (`now`, `list`).
 * An array that DIM sizes stands in it by `arrayName` too.
 */
export function collectAssigned(lines: readonly SourceLine[]): Set<string> {
  const names = new Set<string>()
  for (const line of lines) if (line.kind === "code") collectFromLine(line, names)
  return names
}

function collectFromLine({ tokens }: CodeLine, names: Set<string>) {
  const first = tokens[0]
  const second = tokens[1]
  const third = tokens[2]
  if (first?.kind !== "word") return
  if (second?.kind === "symbol" && assigning.has(second.text)) addName(first, names)
  else if (noise.has(first.upper) && third?.kind === "symbol" && assigning.has(third.text))
    addName(second, names)
  else if (targets.has(first.upper)) addName(second, names)
  else if (lists.has(first.upper)) addListed(tokens, names)
  else if (first.upper === "FOR")
    addName(second?.kind === "word" && second.upper === "EACH" ? third : second, names)
  else if (first.upper === "SUB" || first.upper === "FUNCTION") addParams(tokens, names)
  else if (hasModifier(tokens)) addParams(tokens.slice(1), names)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token?.kind === "word" && (token.upper === "INTO" || token.upper === "THEN"))
      addAfter(tokens, index, names)
  }
}

/** `... INTO v`, and `IF c THEN v = e`. */
function addAfter(tokens: readonly Token[], index: number, names: Set<string>) {
  const word = tokens[index]
  const name = tokens[index + 1]
  const sign = tokens[index + 2]
  const isInto = word?.kind === "word" && word.upper === "INTO"
  if (isInto || (sign?.kind === "symbol" && sign.text === "=")) addName(name, names)
}

/** `PARAM a, b AS STRING`, `DIM a(5), b`: the first name, and each behind a comma outside of brackets. */
function addListed(tokens: readonly Token[], names: Set<string>) {
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index]
    const before = tokens[index - 1]
    if (token?.kind === "word" && token.upper === "AS") return
    if (index === 1 || (before?.kind === "symbol" && before.text === ",")) {
      addName(token, names)
      const [first] = tokens
      const next = tokens[index + 1]
      const isSized = next?.kind === "symbol" && next.text === "("
      if (isSized && token?.kind === "word" && first?.kind === "word" && first.upper !== "PARAM")
        names.add(arrayName(token.text))
    }
    if (token?.kind === "symbol" && token.match !== null) index = Math.max(index, token.match)
  }
}

function addParams(tokens: readonly Token[], names: Set<string>) {
  for (const token of tokens.slice(2)) addName(token, names)
}

function addName(token: Token | undefined, names: Set<string>) {
  if (token?.kind === "word") names.add(token.upper)
}

/** Collects the names of the program's own SUBs and FUNCTIONs, in normal spelling. */
export function collectProcedures(lines: readonly SourceLine[]): Set<string> {
  const names = new Set<string>()
  for (const line of lines) {
    if (line.kind !== "code") continue
    const isModified = hasModifier(line.tokens)
    const first = line.tokens[isModified ? 1 : 0]
    const second = line.tokens[isModified ? 2 : 1]
    if (first?.kind === "word" && (first.upper === "SUB" || first.upper === "FUNCTION"))
      addName(second, names)
  }
  return names
}
