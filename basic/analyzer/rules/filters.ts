import type { Expression, Operands } from "../../ast/nodes.ts"
import type { Diagnostic } from "../../diagnostics/diagnostic.ts"
import { splitFilterText } from "../../ir/filter-pieces.ts"
import { findCommand } from "../../keywords/index.ts"
import { normalName } from "../../parser/normal-name.ts"
import type { ProgramFacts } from "../program-facts.ts"

/** How a variable gets a condition: all its values, and those that join other values into it. */
interface Sets {
  count: number
  readonly joined: Expression[]
}

/**
 * A condition is put together in a variable, and values in it are joined to the text: by then nobody can tell
 * them from what the author wrote. Joined in the command itself they are bound, and nothing need be said.
 */
export function checkFilters(facts: ProgramFacts) {
  const sets = collectSets(facts)
  if (![...sets.values()].some(({ joined }) => joined.length > 0)) return
  const check = (keyword: string, operands: Operands) => {
    const params = findCommand(keyword)?.params ?? {}
    for (const [name, operand] of Object.entries(operands)) {
      const kind = params[name]?.kind
      if ((kind !== "filter" && kind !== "condition") || operand.kind !== "NameExpression") continue
      const found = sets.get(normalName(operand.name))
      if (found === undefined || found.joined.length === 0) continue
      facts.report(
        "basic.joined_filter",
        operand.span,
        { name: operand.name, keyword },
        joinHere(facts, found, operand),
      )
    }
  }
  for (const { statement } of facts.places)
    if (statement.kind === "CommandStatement") check(statement.keyword, statement.operands)
  for (const { expression } of facts.expressions)
    if (expression.kind === "CommandExpression") check(expression.keyword, expression.operands)
}

function collectSets(facts: ProgramFacts): Map<string, Sets> {
  const sets = new Map<string, Sets>()
  for (const { statement } of facts.places) {
    if (statement.kind !== "AssignStatement" || statement.target.kind !== "NameExpression") continue
    const name = normalName(statement.target.name)
    const known = sets.get(name) ?? { count: 0, joined: [] }
    known.count++
    if (joinsValues(statement.value, name)) known.joined.push(statement.value)
    sets.set(name, known)
  }
  return sets
}

const comparison = /[=<>]|\b(?:LIKE|ILIKE|IN|IS|BETWEEN)\b/i

/** `"status='" + s + "'"`. What the variable held before is no value of its own. */
function joinsValues(value: Expression, name: string): boolean {
  const pieces = splitFilterText(value) ?? []
  const isFilter = pieces.some((piece) => typeof piece === "string" && comparison.test(piece))
  const isValue = (piece: string | Expression) =>
    typeof piece !== "string" &&
    piece.kind !== "NumberLiteral" &&
    !(piece.kind === "NameExpression" && normalName(piece.name) === name)
  return isFilter && pieces.some(isValue)
}

/** Puts the text where the variable stands, when nothing else sets the variable. */
function joinHere(
  { source }: ProgramFacts,
  { count, joined }: Sets,
  operand: Expression,
): Diagnostic["fix"] {
  const [value] = joined
  if (count !== 1 || value === undefined) return undefined
  const text = source.slice(value.span.start, value.span.end)
  const shown = text.length > 40 ? `${text.slice(0, 37)}...` : text
  return { title: `Write ${shown}`, edits: [{ span: operand.span, text }] }
}
