import { visitExpression } from "../ast/expressions.ts"
import type {
  DeferStatement,
  DimStatement,
  Expression,
  MemberExpression,
  NameExpression,
  ParallelStatement,
  ParamStatement,
  QueryExpression,
  Statement,
  StepStatement,
  TryStatement,
} from "../ast/nodes.ts"
import { listExpressionsIn } from "../ast/walk.ts"
import { ownBodiesOf } from "../declarations/own-bodies.ts"
import { lexRange } from "../lexer/lex.ts"
import { nowhere } from "../source/span.ts"
import { compileEntries } from "./compile-literal.ts"
import type { Compiler } from "./context.ts"
import { normalizeName } from "./names.ts"

const nameOf = (name: string): NameExpression => ({ kind: "NameExpression", name, span: nowhere })
const textOf = (value: string): Expression => ({
  kind: "TextLiteral",
  value,
  isMultiline: false,
  span: nowhere,
})

/** PARAM ... DEFAULT e: the value a call has left out. */
export function compileParam(c: Compiler, { names, fallback }: ParamStatement) {
  if (fallback === null) return
  for (const name of names) {
    const isGiven = c.out.newTarget()
    const operand = nameOf(name)
    c.condition(
      { kind: "IsNullExpression", operand, isNegated: false, span: nowhere },
      false,
      isGiven,
    )
    c.assign(operand, () => c.expression(fallback))
    c.out.bind(isGiven)
  }
}

const emptyByType: Readonly<Record<string, Expression>> = {
  INTEGER: { kind: "NumberLiteral", value: 0, span: nowhere },
  NUMBER: { kind: "NumberLiteral", value: 0, span: nowhere },
  DOUBLE: { kind: "NumberLiteral", value: 0, span: nowhere },
  LONG: { kind: "NumberLiteral", value: 0, span: nowhere },
  STRING: textOf(""),
  BOOLEAN: { kind: "BooleanLiteral", value: false, span: nowhere },
  ARRAY: { kind: "ArrayLiteral", items: [], span: nowhere },
  LIST: { kind: "ArrayLiteral", items: [], span: nowhere },
  OBJECT: { kind: "ObjectLiteral", entries: [], span: nowhere },
}

/** DIM a(5): a list of empty elements; REDIM PRESERVE keeps what is there. */
export function compileDim(c: Compiler, { isKept, items }: DimStatement) {
  for (const { name, sizes, type } of items) {
    const target = nameOf(name)
    const args = isKept ? [target, ...sizes] : sizes
    const empty = emptyByType[type ?? ""] ?? { kind: "NullLiteral", span: nowhere }
    const list = {
      kind: "CallExpression",
      name: isKept ? "REDIM" : "DIM",
      args,
      span: nowhere,
    } as const
    c.assign(target, () => c.expression(sizes.length === 0 ? empty : list))
  }
}

/** Variables that hold an error where code is being written: its message is what they are. */
const caught = new WeakMap<Compiler, ReadonlySet<string>>()

/** `e.message` below CATCH e, where e is that message. */
export const readsCaught = (c: Compiler, { object, name }: MemberExpression): boolean =>
  object.kind === "NameExpression" &&
  name.toLowerCase() === "message" &&
  caught.get(c)?.has(normalizeName(object.name)) === true

/** TRY: an error anywhere in the body, also in what it calls, leads to CATCH. */
export function compileTry(c: Compiler, { body, variable, handler }: TryStatement) {
  const start = c.out.at
  c.block(body)
  const end = c.out.at
  const behind = c.out.newTarget()
  const target = c.out.newTarget()
  c.out.jump("JUMP", behind)
  c.out.bind(target)
  if (variable !== null) c.assign(nameOf(variable), () => c.out.emit("ERROR_MESSAGE"))
  const names = caught.get(c) ?? new Set<string>()
  caught.set(c, new Set([...names, normalizeName(variable ?? "")]))
  if (handler !== null) c.block(handler)
  caught.set(c, names)
  c.out.bind(behind)
  if (end > start) c.handling.failures.push({ start, end, target })
}

/** SCHEDULE IN: hands over what the body reads, and the function that it is. */
export function compileDefer(c: Compiler, statement: DeferStatement) {
  const entry = ownBodiesOf(c.program).names.get(statement) ?? ""
  const read = new Map<string, NameExpression>()
  for (const outer of listExpressionsIn(statement.body))
    visitExpression(outer, (expression) => {
      if (expression.kind !== "NameExpression") return
      const name = normalizeName(expression.name)
      if (!read.has(name) && c.assignedNames.has(name)) read.set(name, expression)
    })
  c.expression(statement.amount)
  c.out.pushText(statement.unit)
  c.out.pushText(entry)
  compileEntries(
    c,
    [...read.values()].map((value) => ({ key: value.name, value })),
  )
  const operands = ["amount", "unit", "entry", "variables"]
  c.out.emit("EFFECT", c.effectIndex({ keyword: "SCHEDULE IN", operands, lists: [] }))
  c.out.emit("POP")
}

/** SELECT ... FROM name: the query, and the variables that it may name. */
export function compileQuery(c: Compiler, { text }: QueryExpression) {
  const sources = new Map<string, string>()
  for (const token of lexRange(text, 0, text.length)) {
    if (token.kind !== "word") continue
    const name = normalizeName(token.text)
    if (c.assignedNames.has(name)) sources.set(name, token.text)
  }
  c.out.pushText(text)
  compileEntries(
    c,
    [...sources.values()].map((name) => ({ key: name, value: nameOf(name) })),
  )
  c.out.emit(
    "EFFECT",
    c.effectIndex({ keyword: "SELECT", operands: ["query", "sources"], lists: [] }),
  )
}

/** `STEP n: BOT` asks a bot, `STEP n: HUMAN APPROVAL` a person; the answer is not kept. */
export function compileStep(c: Compiler, statement: StepStatement) {
  if (statement.action === "BOT") return compileBotStep(c, statement)
  compileApproval(c, statement)
}

function compileBotStep(c: Compiler, { step, subject, task }: StepStatement) {
  c.effect("STEP BOT", {
    step: textOf(step),
    ...(subject !== null && { bot: subject }),
    ...(task !== null && { task }),
  })
  c.out.emit("POP")
}

/** A task for whoever approves, and a wait until it is done; words behind ON TIMEOUT become a task too. */
function compileApproval(c: Compiler, { step, subject, timeout, onTimeout }: StepStatement) {
  const fields = subject === null ? [] : [{ key: "assignee", value: subject }]
  c.out.pushText("task done ")
  c.effect("CREATE TASK", {
    title: textOf(`Approve step ${step}`),
    fields: { kind: "FieldList", fields },
  })
  c.out.emit("MEMBER", c.out.constant("id"))
  c.out.emit("CONCAT")
  if (timeout !== null) c.expression(timeout)
  const operands = timeout === null ? ["event"] : ["event", "seconds"]
  c.out.emit("EFFECT", c.effectIndex({ keyword: "WAIT FOR EVENT", operands, lists: [] }))
  if (onTimeout === null) return c.out.emit("POP")
  const approved = c.out.newTarget()
  c.out.emit("IS_NULL")
  c.out.jump("JUMP_IF_FALSE", approved)
  c.effect("CREATE TASK", { title: textOf(onTimeout) })
  c.out.emit("POP")
  c.out.bind(approved)
}

/** `STEP n: PARALLEL`: all branches in one effect, then whatever else stands among them. */
export function compileParallel(c: Compiler, { step, body }: ParallelStatement) {
  const isBranch = (each: Statement): each is StepStatement =>
    each.kind === "StepStatement" && each.action === "BOT"
  const items = body.statements.filter(isBranch).map((branch): Expression => {
    const entries = [
      { key: "name", value: textOf(branch.step) },
      ...(branch.subject === null ? [] : [{ key: "bot", value: branch.subject }]),
      ...(branch.task === null ? [] : [{ key: "task", value: branch.task }]),
    ]
    return { kind: "ObjectLiteral", entries, span: branch.span }
  })
  if (items.length > 0) {
    const branches: Expression = { kind: "ArrayLiteral", items, span: nowhere }
    c.effect("STEP PARALLEL", { step: textOf(step), branches })
    c.out.emit("POP")
  }
  for (const statement of body.statements) if (!isBranch(statement)) c.statement(statement)
}
