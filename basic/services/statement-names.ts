import type { Statement } from "../ast/nodes.ts"
import type { SourceLine, Token, WordToken } from "../lexer/token.ts"
import { normalName } from "../parser/normal-name.ts"
import type { Occurrence, OccurrenceKind } from "./occurrences.ts"

/** A name a statement has besides its expressions. */
export interface StatementName {
  readonly kind: OccurrenceKind
  readonly token: WordToken
  readonly role: Occurrence["role"]
}

/** The tokens of the line that holds an offset, from that offset on. */
export function tokensAt(lines: readonly SourceLine[], offset: number): readonly Token[] {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const line = lines[low]
  if (line?.kind !== "code") return []
  const from = line.tokens.findIndex((token) => token.start >= offset)
  return from <= 0 ? (from < 0 ? [] : line.tokens) : line.tokens.slice(from)
}

/** Lists names in the first line of a statement that are no expressions of the tree. */
export function listStatementNames(
  statement: Statement,
  lines: readonly SourceLine[],
): StatementName[] {
  switch (statement.kind) {
    case "ForStatement":
    case "ForEachStatement":
      return named(statement, lines, "variable", "write", [statement.variable])
    case "ProcedureStatement":
      return [
        ...named(statement, lines, "call", "define", [statement.name]),
        ...named(statement, lines, "variable", "define", statement.params, 2),
      ]
    case "LabelStatement":
      return named(statement, lines, "label", "define", [statement.name], 0)
    case "CallStatement":
      return statement.name === null
        ? []
        : named(statement, lines, "call", "read", [statement.name])
    case "ParamStatement":
      return named(statement, lines, "variable", "define", statement.names)
    case "DimStatement":
      return named(
        statement,
        lines,
        "variable",
        "write",
        statement.items.map(({ name }) => name),
      )
    case "EventStatement":
      return statement.call === null
        ? []
        : named(statement, lines, "call", "read", [statement.call])
    default:
      return []
  }
}

/** The first word of each of the names behind the first `skipped` tokens. */
function named(
  { span }: Statement,
  lines: readonly SourceLine[],
  kind: OccurrenceKind,
  role: Occurrence["role"],
  names: readonly string[],
  skipped = 1,
): StatementName[] {
  const tokens = tokensAt(lines, span.start)
  return names.flatMap((name) => {
    const token = tokens.find(
      (each, index): each is WordToken =>
        index >= skipped && each.kind === "word" && normalName(each.text) === normalName(name),
    )
    return token === undefined ? [] : [{ kind, token, role }]
  })
}

/** Names on the lines that close or divide a block: NEXT names the variable, CATCH sets one. */
export function listLineNames(statement: Statement, lines: readonly SourceLine[]): StatementName[] {
  if (statement.kind === "TryStatement" && statement.variable !== null)
    return findOnLine(lines, statement.span.start, "CATCH", statement.variable, "write")
  if (statement.kind === "ForStatement" || statement.kind === "ForEachStatement")
    return findOnLine(lines, statement.span.start, "NEXT", statement.variable, "read")
  return []
}

/** The first line behind `start` that begins with the word and names the variable. */
function findOnLine(
  lines: readonly SourceLine[],
  start: number,
  word: "NEXT" | "CATCH",
  variable: string,
  role: Occurrence["role"],
): StatementName[] {
  let depth = 0
  for (const line of lines) {
    if (line.kind !== "code" || line.start <= start) continue
    const [first, second] = line.tokens
    if (first?.kind !== "word") continue
    if (word === "NEXT" && /^FOR(?:EACH)?$/.test(first.upper) && second?.kind === "word") depth++
    const isEnd = first.upper === word || /^END_?FOR$/.test(first.upper) || isEndFor(first, second)
    if (!isEnd) continue
    if (depth-- > 0) continue
    const isNamed = second?.kind === "word" && normalName(second.text) === normalName(variable)
    return first.upper === word && isNamed ? [{ kind: "variable", token: second, role }] : []
  }
  return []
}

const isEndFor = (first: WordToken, second: Token | undefined): boolean =>
  first.upper === "END" && second?.kind === "word" && second.upper === "FOR"
