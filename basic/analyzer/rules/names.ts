import { listOperands, visitExpression } from "../../ast/expressions.ts"
import type { Expression, Operands, Statement } from "../../ast/nodes.ts"
import { findCommand, findFunction } from "../../keywords/index.ts"
import { normalName } from "../../parser/normal-name.ts"
import { isAmbient } from "../ambient-names.ts"
import type { ProgramFacts } from "../program-facts.ts"

/** Every variable that is read is set somewhere in the script, or given by the host. Each name is reported once. */
export function checkNames(facts: ProgramFacts) {
  const known = collectSet(facts)
  const columns = collectColumns(facts)
  const reported = new Set<string>()
  for (const { expression, place } of facts.expressions) {
    if (expression.kind !== "NameExpression") continue
    const name = normalName(expression.name)
    if (known.has(name) || isAmbient(name) || reported.has(name)) continue
    if (isOwnTarget(expression, place.statement) || columns.has(expression)) continue
    reported.add(name)
    const nearest = facts.suggest(expression.name, known.values())
    facts.report("basic.never_set", expression.span, { found: expression.name, nearest })
  }
}

const columnKinds: ReadonlySet<string> = new Set(["condition", "order", "column", "table"])

/** Names in WHERE and ORDER BY may be columns, and a bare name may be that of a table. */
function collectColumns(facts: ProgramFacts): Set<Expression> {
  const columns = new Set<Expression>()
  const add = (keyword: string, operands: Operands) => {
    const params = findCommand(keyword)?.params ?? {}
    for (const [name, operand] of Object.entries(operands)) {
      if (!columnKinds.has(params[name]?.kind ?? "")) continue
      for (const outer of listOperands({ [name]: operand }))
        visitExpression(outer, (inner) => columns.add(inner))
    }
  }
  for (const { statement } of facts.places)
    if (statement.kind === "CommandStatement") add(statement.keyword, statement.operands)
  for (const { expression } of facts.expressions) {
    if (expression.kind === "CommandExpression") add(expression.keyword, expression.operands)
    if (expression.kind !== "CallExpression") continue
    const kinds = Object.values(findFunction(expression.name)?.params ?? {})
    expression.args.forEach((arg, index) => {
      if (kinds[index]?.kind === "filter") visitExpression(arg, (inner) => columns.add(inner))
    })
  }
  return columns
}

/** Names by normal name, in the spelling of the place that sets them. */
function collectSet(facts: ProgramFacts): Map<string, string> {
  const known = new Map<string, string>()
  const add = (name: string) => {
    if (!known.has(normalName(name))) known.set(normalName(name), name)
  }
  for (const { statement } of facts.places) for (const name of listSet(statement)) add(name)
  return known
}

function listSet(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case "AssignStatement":
    case "WithStatement":
      return [rootOf(statement.target)]
    case "HearStatement":
      return statement.target === null ? [] : [rootOf(statement.target)]
    case "ForStatement":
    case "ForEachStatement":
      return [statement.variable]
    case "ProcedureStatement":
      return statement.params
    case "ParamStatement":
      return statement.names
    case "DimStatement":
      return statement.items.map(({ name }) => name)
    case "TryStatement":
      return statement.variable === null ? [] : [statement.variable]
    case "UnknownStatement":
      return listSetInText(statement.text)
    case "BrokenStatement":
      return listWords(statement.text)
    default:
      return []
  }
}

function rootOf(place: Expression): string {
  let at = place
  while (at.kind === "MemberExpression" || at.kind === "IndexExpression") at = at.object
  return at.kind === "NameExpression" ? at.name : ""
}

/** Lines nothing defines set what stands before `=`, and what follows words that name a variable: CARD ... TO v. */
const setter =
  /([\p{L}_][\p{L}\p{N}_]*)\$?(?=[ \t]*[-+*/]?=)|\b(?:TO|INTO|AS|HEAR|EACH|FOR|WITH)[ \t]+([\p{L}_][\p{L}\p{N}_]*)/giu

const listSetInText = (text: string): string[] =>
  [...text.slice(0, 4000).matchAll(setter)].map((found) => found[1] ?? found[2] ?? "")

/** A PARAM gives names of its own, and a line that cannot be read may set any variable it names. */
const listWords = (text: string): string[] =>
  text.slice(0, 4000).match(/[\p{L}_][\p{L}\p{M}\p{N}_]*/gu) ?? []

/** The target itself is no read. */
const isOwnTarget = (expression: Expression, statement: Statement): boolean =>
  "target" in statement && statement.target === expression
