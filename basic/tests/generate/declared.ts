/** Grows declarations, and the blocks that run on their own or when something fails. */
import type { Block, Expression, Statement } from "../../ast/nodes.ts"
import { nowhere } from "../../source/span.ts"
import type { Chooser } from "./chooser.ts"
import { variableName } from "./names.ts"

const plain = { span: nowhere, leading: [], trailing: null } as const
const text = (value: string): Expression => ({
  kind: "TextLiteral",
  span: nowhere,
  value,
  isMultiline: false,
})
const number = (value: number): Expression => ({ kind: "NumberLiteral", span: nowhere, value })

/** A declaration that may stand anywhere. */
export function declaration(choose: Chooser): Statement {
  switch (choose.pick(6)) {
    case 0:
    case 1:
      return paramStatement(choose)
    case 2:
      return {
        ...plain,
        kind: "DescriptionStatement",
        text: text(choose.oneOf(["Books a table.", "it's late", "a\nb"])),
      }
    case 3:
      return tableStatement(choose)
    case 4:
      return dimStatement(choose)
    default:
      return stepStatement(choose)
  }
}

function paramStatement(choose: Chooser): Statement {
  const optional = (value: Expression) => (choose.chance(2) ? value : null)
  return {
    ...plain,
    kind: "ParamStatement",
    names: choose.many(1, 2, (index) => ["guest", "seats"][index]!),
    type: choose.oneOf([null, "STRING", "INTEGER", "DATE"]),
    example: optional(choose.oneOf([text("Ana's"), number(4)])),
    description: optional(text("who comes")),
    presence: choose.oneOf([null, "OPTIONAL", "REQUIRED"]),
    fallback: optional(
      choose.oneOf([text("x"), number(2), { kind: "NullLiteral", span: nowhere }]),
    ),
    choices: choose.many(0, 2, (index) => text(["a", "b"][index]!)),
  }
}

const tableLines = [
  "Id string(20) key",
  "name VARCHAR(50) UNIQUE NOT NULL DEFAULT 'x, y'",
  "UnitPrice* double(8,2)",
  "UNIQUE (Id, name)",
  "CHECK (name <> '')",
] as const

function tableStatement(choose: Chooser): Statement {
  const optional = (value: string) => (choose.chance(3) ? value : null)
  const lines = choose.many(0, 4, (index) => ({
    text: tableLines[index]!,
    leading: choose.chance(4) ? [{ kind: "Comment", text: "note" } as const] : [],
    trailing: optional("it's a key"),
  }))
  return {
    ...plain,
    kind: "TableStatement",
    name: choose.oneOf(["Guests", "order lines"]),
    connection: optional("shop"),
    readRoles: optional("desk;manager"),
    writeRoles: optional("manager"),
    lines,
    closing: choose.chance(4) ? [{ kind: "BlankLine" }] : [],
  }
}

function dimStatement(choose: Chooser): Statement {
  const word = choose.oneOf(["DIM", "REDIM"])
  const items = choose.many(1, 2, () => ({
    name: variableName(choose),
    sizes: choose.many(0, 2, () => number(3)),
    type: choose.oneOf([null, "STRING"]),
  }))
  return {
    ...plain,
    kind: "DimStatement",
    word,
    isKept: word === "REDIM" && choose.chance(2),
    items,
  }
}

function stepStatement(choose: Chooser): Statement {
  const base = { ...plain, kind: "StepStatement", word: "STEP", step: "1" } as const
  const subject = text("desk")
  if (choose.chance(2)) {
    const task = choose.chance(2) ? choose.oneOf([text("do it"), number(7)]) : null
    return { ...base, action: "BOT", subject, task, timeout: null, onTimeout: null }
  }
  const timeout = choose.chance(2) ? number(60) : null
  const onTimeout = choose.chance(2) ? "ask the boss" : null
  return { ...base, action: "HUMAN APPROVAL", subject, task: null, timeout, onTimeout }
}

export function tryStatement(choose: Chooser, body: () => Block): Statement {
  const tried = unclosed(body())
  const handler = choose.chance(4) ? null : body()
  const variable = handler === null || choose.chance(3) ? null : "problem"
  return { ...plain, kind: "TryStatement", body: tried, variable, handler }
}

/** Comments above CATCH close the body before it. */
const unclosed = (body: Block): Block => ({ ...body, closing: [] })

export const deferStatement = (choose: Chooser, body: () => Block): Statement => ({
  ...plain,
  kind: "DeferStatement",
  amount: number(choose.pick(9)),
  unit: choose.oneOf(["SECONDS", "MINUTES", "DAYS"]),
  body: body(),
})

/** An event of the outermost level: events do not stand inside each other. */
export function eventStatement(
  choose: Chooser,
  body: (labels: readonly string[]) => Block,
): Statement {
  const word = choose.oneOf([null, "EMAIL", "INSERT OF", "EVENT"] as const)
  const filters = word === "EMAIL" && choose.chance(2) ? [{ key: "FROM", value: text("a@b") }] : []
  const base = { ...plain, kind: "EventStatement", word, subject: text("orders"), filters } as const
  if (choose.chance(5)) return { ...base, call: "handle_it", body: null }
  return { ...base, call: null, body: choose.chance(6) ? null : body([]) }
}
