import { listBlocks } from "../ast/blocks.ts"
import { listExpressions, visitExpression } from "../ast/expressions.ts"
import type { Expression, Statement } from "../ast/nodes.ts"
import { normalName } from "../parser/normal-name.ts"
import type { Segment } from "./segment.ts"
import type { SourceModel } from "./source-model.ts"

/** What a segment tells about the fields of variables and tables. */
interface Shapes {
  /** Fields by the normal name of the variable. */
  readonly fields: Map<string, Set<string>>
  /** A variable that holds what another variable or a table holds. */
  readonly sameAs: Map<string, string>
  readonly tables: Map<string, Set<string>>
}

const known = new WeakMap<readonly Statement[], Shapes>()

function shapesIn(segment: Segment): Shapes {
  const found = known.get(segment.statements)
  if (found !== undefined) return found
  const shapes: Shapes = { fields: new Map(), sameAs: new Map(), tables: new Map() }
  for (const statement of segment.statements) collect(statement, shapes)
  known.set(segment.statements, shapes)
  return shapes
}

function collect(statement: Statement, shapes: Shapes) {
  for (const outer of listExpressions(statement))
    visitExpression(outer, (inner) => {
      if (inner.kind === "MemberExpression" && inner.object.kind === "NameExpression")
        add(shapes.fields, normalName(inner.object.name), [inner.name])
    })
  if (statement.kind === "AssignStatement" && statement.target.kind === "NameExpression")
    learn(normalName(statement.target.name), statement.value, shapes)
  if (statement.kind === "ForEachStatement")
    learn(normalName(statement.variable), statement.list, shapes)
  if (statement.kind === "WithStatement" && statement.target.kind === "NameExpression")
    add(
      shapes.fields,
      normalName(statement.target.name),
      statement.fields.map(({ name }) => name),
    )
  if (statement.kind === "TableStatement")
    add(
      shapes.tables,
      statement.name,
      statement.lines.flatMap(({ text }) => /^\s*([\p{L}_][\p{L}\p{N}_]*)/u.exec(text)?.[1] ?? []),
    )
  for (const { block } of listBlocks(statement))
    for (const each of block.statements) collect(each, shapes)
}

/** What a variable holds after it was set to a value. */
function learn(name: string, value: Expression, shapes: Shapes) {
  if (value.kind === "ObjectLiteral")
    add(
      shapes.fields,
      name,
      value.entries.map(({ key }) => key),
    )
  if (value.kind === "NameExpression") shapes.sameAs.set(name, normalName(value.name))
  if (value.kind === "ArrayLiteral" && value.items[0]?.kind === "ObjectLiteral")
    learn(name, value.items[0], shapes)
  if (value.kind !== "CommandExpression") return
  for (const operand of Object.values(value.operands))
    if (operand.kind === "TextLiteral") {
      shapes.sameAs.set(name, `table ${operand.value}`)
      return
    }
}

function add(map: Map<string, Set<string>>, key: string, names: readonly string[]) {
  const set = map.get(key) ?? new Set()
  for (const name of names) set.add(name)
  map.set(key, set)
}

/** Names of the tables the script declares. */
export const tablesOf = (model: SourceModel): string[] =>
  model.segments.flatMap((segment) => [...shapesIn(segment).tables.keys()])

/** Fields of a declared table. */
export const fieldsOfTable = (model: SourceModel, table: string): string[] =>
  model.segments.flatMap((segment) => [...(shapesIn(segment).tables.get(table) ?? [])])

const longestChain = 8

/** Fields a variable has been seen with, and those of the table or variable it was set from. */
export function membersOf(model: SourceModel, variable: string): string[] {
  const found = new Set<string>()
  let names: string[] = [normalName(variable)]
  const seen = new Set<string>()
  for (let step = 0; step < longestChain && names.length > 0; step++) {
    const next: string[] = []
    for (const name of names) {
      if (seen.has(name)) continue
      seen.add(name)
      for (const segment of model.segments) {
        const { fields, sameAs } = shapesIn(segment)
        for (const field of fields.get(name) ?? []) found.add(field)
        const other = sameAs.get(name)
        if (other?.startsWith("table "))
          for (const field of fieldsOfTable(model, other.slice(6))) found.add(field)
        else if (other !== undefined) next.push(other)
      }
    }
    names = next
  }
  return [...found]
}
