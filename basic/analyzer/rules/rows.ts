import type { Expression, Operand, Operands } from "../../ast/nodes.ts"
import { findCommand, findFunction } from "../../keywords/index.ts"
import type { Span } from "../../source/span.ts"
import type { ProgramFacts } from "../program-facts.ts"

interface Command {
  readonly keyword: string
  readonly operands: Operands
  readonly span: Span
}

/** Old and unsafe ways to write commands on rows of tables. */
export function checkRows(facts: ProgramFacts) {
  const tables = new Set<string>()
  for (const { statement } of facts.places) {
    if (statement.kind === "TableStatement") tables.add(statement.name.toLowerCase())
    if (statement.kind === "CommandStatement") checkCommand(facts, statement, tables)
  }
  for (const { expression } of facts.expressions)
    if (expression.kind === "CommandExpression") checkCommand(facts, expression, tables)
}

function checkCommand(facts: ProgramFacts, command: Command, tables: ReadonlySet<string>) {
  const { keyword, operands, span } = command
  if (["SAVE", "INSERT", "INSERT INTO"].includes(keyword)) checkSave(facts, command, tables)
  if (keyword === "UPDATE") checkUpdate(facts, operands)
  if (keyword === "BEGIN TRANSACTION") facts.report("basic.no_transaction", span, {})
  const isListMerge =
    keyword === "MERGE" &&
    operands.key === undefined &&
    operands.table !== undefined &&
    operands.table.kind === "NameExpression"
  if (isListMerge) facts.report("basic.merge_lists", span, {})
  if (keyword === "SAVE FROM UNSTRUCTURED" && isJsonText(operands.text))
    facts.report("basic.unstructured_object", span, {})
  checkFilters(facts, command)
}

const listOf = (operand: Operand | undefined): readonly Expression[] =>
  operand?.kind === "ExpressionList" ? operand.items : []

/** Values without names get the columns of the table, in their order. */
function checkSave(
  facts: ProgramFacts,
  { keyword, operands, span }: Command,
  tables: ReadonlySet<string>,
) {
  const values = listOf(operands.values)
  const last = values.at(-1)
  const isIdAndRow = values.length === 2 && last !== undefined && isRow(last)
  if (values.length < 2 || isIdAndRow || values.every(({ kind }) => kind === "NameExpression"))
    return
  const { table } = operands
  const name = table?.kind === "TextLiteral" ? table.value.toLowerCase() : ""
  if (!tables.has(name)) facts.report("basic.needs_table", span, { keyword })
}

const isRow = ({ kind }: Expression): boolean =>
  ["ObjectLiteral", "NameExpression", "MemberExpression", "IndexExpression"].includes(kind)

/** `UPDATE t, filter, a, b`: only a plain name says which column it changes. */
function checkUpdate(facts: ProgramFacts, operands: Operands) {
  const values = listOf(operands.values)
  const [first, ...rest] = values
  if (first === undefined || (first.kind === "TextLiteral" && rest.length > 0)) return
  for (const value of values)
    if (isNameless(value)) facts.report("basic.needs_column_name", value.span, {})
}

/** A literal, or a function that gives no object. */
function isNameless(value: Expression): boolean {
  if (["TextLiteral", "TemplateLiteral", "NumberLiteral", "BooleanLiteral"].includes(value.kind))
    return true
  if (value.kind !== "CallExpression") return false
  const result = findFunction(value.name)?.result
  return result !== undefined && result !== "any" && result !== "map"
}

const isJsonText = (operand: Operand | undefined): boolean =>
  operand?.kind === "CallExpression" &&
  operand.name === "FORMAT" &&
  operand.args[1]?.kind === "TextLiteral" &&
  operand.args[1].value === "JSON"

/** `stage=Closed Won`: the value ends at AND, OR or the end, which is not plain to see. */
function checkFilters(facts: ProgramFacts, { keyword, operands }: Command) {
  const params = findCommand(keyword)?.params ?? {}
  for (const [name, operand] of Object.entries(operands)) {
    if (params[name]?.kind !== "filter" || operand.kind !== "TextLiteral") continue
    const found = unquotedValue.exec(operand.value)?.[1]
    if (found !== undefined)
      facts.report("basic.unquoted_filter_value", operand.span, { found: found.trim() })
  }
}

const unquotedValue =
  /(?:=|<>|!=)\s*(?!NULL\b|NOT\b)([\p{L}_][\p{L}\p{N}_]*(?:[ \t]+(?!AND\b|OR\b|ORDER\b|LIMIT\b)[\p{L}\p{N}_]+)+)\s*(?=$|AND\b|OR\b|ORDER\b|LIMIT\b|\))/iu
