import { listOperands } from "../ast/expressions.ts"
import type { CommandStatement, EventStatement, Program, Statement } from "../ast/nodes.ts"
import { walkProgram } from "../ast/walk.ts"
import { withoutOff } from "../ast/without-off.ts"
import { declaresOnly } from "../keywords/declarations.ts"
import { collectUses } from "./collect-uses.ts"
import { declaredUnder } from "./conditions.ts"
import { constantJson, constantText, nameIn } from "./constant-json.ts"
import type {
  Declarations,
  EventDeclaration,
  EventKind,
  ParamDeclaration,
  ToolDeclaration,
} from "./declarations.ts"
import { ownBodiesOf } from "./own-bodies.ts"
import { makeSchema, readParam } from "./read-param.ts"
import { readIndex, readTable, splitRoles } from "./read-table.ts"
import { splitTools } from "./split-tools.ts"

/** Declarations while they are collected. */
export type DeclarationsDraft = {
  -readonly [K in keyof Declarations]: Declarations[K] extends readonly (infer T)[]
    ? T[]
    : Declarations[K]
}

/**
 * Collects what a program declares, from the whole file and not from where it stands in the flow.
 *
 * Shape:  plain data in the order of the text, fit for JSON.
 */
export function collectDeclarations(written: Program): Declarations {
  const { program } = withoutOff(written)
  const draft: DeclarationsDraft = {
    tools: collectTools(program),
    tables: [],
    schedules: [],
    webhooks: [],
    events: [],
    roles: [],
    knowledge: [],
    websites: [],
    bots: [],
    usedTools: [],
    scripts: [],
    includes: [],
    isStrict: false,
  }
  collectTables(program, draft)
  walkProgram(program, {
    statement: (statement, ancestors) => {
      if (statement.kind === "OptionStatement") draft.isStrict ||= statement.name === "STRICT"
      if (statement.kind === "EventStatement") draft.events.push(readEvent(program, statement))
      if (statement.kind === "CommandStatement") collectCommand(statement, ancestors, draft)
      collectUses(statement, draft)
    },
    expression: (expression) => collectUses(expression, draft),
  })
  return draft
}

function collectTools(program: Program): ToolDeclaration[] {
  const split = splitTools(program)
  if (split === null) return makeTool(null, null, program.body.statements, program.span)
  return split.sections.flatMap(({ name, statements, head }, index) =>
    makeTool(name, `tool:${index}`, statements, head.span),
  )
}

/** A script with neither PARAM nor DESCRIPTION is no tool. */
function makeTool(
  name: string | null,
  entry: string | null,
  statements: readonly Statement[],
  span: Statement["span"],
): ToolDeclaration[] {
  const params = new Map<string, ParamDeclaration>()
  const descriptions: string[] = []
  for (const statement of statements) {
    if (statement.kind === "DescriptionStatement")
      descriptions.push(constantText(statement.text) ?? "")
    if (statement.kind !== "ParamStatement") continue
    for (const param of readParam(statement)) {
      const key = param.name.toLowerCase()
      if (!params.has(key)) params.set(key, param)
    }
  }
  if (params.size === 0 && descriptions.length === 0) return []
  const list = [...params.values()]
  const description = descriptions.length === 0 ? null : descriptions.join("\n")
  return [{ name, entry, description, params: list, schema: makeSchema(list), span }]
}

function collectTables(program: Program, draft: DeclarationsDraft) {
  const names = new Set<string>()
  walkProgram(program, {
    statement: (each) => {
      if (each.kind === "TableStatement") names.add(each.name.toLowerCase())
    },
  })
  walkProgram(program, {
    statement: (each) => {
      if (each.kind === "TableStatement") draft.tables.push(readTable(each, names))
      if (each.kind !== "IndexStatement") return
      const found = readIndex(each)
      const at = draft.tables.findIndex(
        ({ name }) => name.toLowerCase() === found?.table.toLowerCase(),
      )
      const table = draft.tables[at]
      if (found !== null && table !== undefined)
        draft.tables[at] = { ...table, indexes: [...table.indexes, found.index] }
    },
  })
}

function collectCommand(
  statement: CommandStatement,
  ancestors: readonly Statement[],
  draft: DeclarationsDraft,
) {
  const { keyword, operands, span } = statement
  const text = (name: string) => {
    const operand = operands[name]
    return operand === undefined || !("span" in operand) ? null : constantText(operand)
  }
  if (keyword === "WEBHOOK") {
    const method = text("method")?.trim().toUpperCase() ?? null
    draft.webhooks.push({ endpoint: text("endpoint") ?? "", method, span })
  }
  if (keyword === "ALLOW ROLE")
    draft.roles.push(...listOperands(operands).flatMap((role) => splitRoles(constantText(role))))
  if (keyword !== "SET SCHEDULE" || !declaresOnly(keyword, operands)) return
  const under = declaredUnder(statement, ancestors)
  const tested = typeof under === "string" ? null : under
  draft.schedules.push({
    when: text("when") ?? "",
    name: text("name"),
    script: null,
    argument: constantJson(null),
    conditionValue: tested?.value ?? null,
    conditionName: tested?.name ?? null,
    span,
  })
}

const eventKinds: Readonly<Record<NonNullable<EventStatement["word"]>, EventKind>> = {
  "INSERT OF": "row.inserted",
  "UPDATE OF": "row.updated",
  "DELETE OF": "row.deleted",
  EMAIL: "email",
  CHANGE: "folder",
  "FORM SUBMIT": "form",
  EVENT: "bus",
  "FILE UPLOAD": "upload",
  WEBHOOK: "webhook",
  "WHATSAPP MESSAGE": "whatsapp",
  "INCOMING CALL": "incoming call",
  MESSAGE: "message",
}

function readEvent(program: Program, statement: EventStatement): EventDeclaration {
  const { word, subject, filters, call, span } = statement
  return {
    kind: word === null ? "bus" : eventKinds[word],
    subject: nameIn(subject),
    filters: Object.fromEntries(
      filters.map(({ key, value }) => [key.toLowerCase(), listText(value)]),
    ),
    entry: call ?? ownBodiesOf(program).names.get(statement) ?? null,
    span,
  }
}

/** `EVENTS "create", "modify"` reads like `EVENTS "create, modify"`. */
const listText = (value: EventStatement["filters"][number]["value"]): string =>
  value.kind === "ArrayLiteral"
    ? value.items.map((item) => nameIn(item) ?? "").join(", ")
    : (nameIn(value) ?? "")
