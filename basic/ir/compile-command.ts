import type {
  CommandStatement,
  Expression,
  HearStatement,
  Operand,
  Operands,
  TextBlockStatement,
} from "../ast/nodes.ts"
import { declaresOnly } from "../keywords/declarations.ts"
import { findCommand } from "../keywords/index.ts"
import {
  compileAssert,
  compileErrorState,
  compileFailure,
  compileThrow,
  withOutlet,
} from "./compile-error.ts"
import { compileTableOperand } from "./compile-filter.ts"
import { compileInLanguages, compileOption, keepValue } from "./compile-languages.ts"
import { compileEntries, compileParts } from "./compile-literal.ts"
import { compileScriptCommand } from "./compile-script-call.ts"
import type { Compiler } from "./context.ts"

/** A command: an effect whose answer is dropped, or one of the few the machine does itself. */
export function compileCommand(c: Compiler, statement: CommandStatement) {
  withOutlet(c, statement.failGoto, () => {
    const { keyword, operands } = statement
    if (declaresOnly(keyword, operands)) return
    if (keyword === "CLEAR ERROR") return c.out.emit("CLEAR_ERROR")
    if (keyword === "INCLUDE") return compileMissingInclude(c, operands)
    if (keyword === "THROW")
      return compileThrow(c, findExpression(operands.message), "basic.thrown")
    const condition = keyword === "ASSERT" ? findExpression(operands.condition) : null
    if (condition) return compileAssert(c, condition, findExpression(operands.message))
    if (!compileErrorState(c, keyword) && !compileScriptCommand(c, keyword, operands))
      c.effect(keyword, operands)
    c.out.emit("POP")
  })
}

/** What is there was put in before; this one names a script that is not. */
function compileMissingInclude(c: Compiler, operands: Operands) {
  const file = findExpression(operands.file)
  compileFailure(c, "basic.missing_script", file?.kind === "TextLiteral" ? file.value : "INCLUDE")
  c.out.emit("POP")
}

/** Evaluates the operands and hands the effect over; its answer stays on the stack. */
export function compileEffect(c: Compiler, keyword: string, operands: Operands) {
  const params = findCommand(keyword)?.params
  const names: string[] = []
  const lists: string[] = []
  for (const [name, operand] of Object.entries(keepValue(c, keyword, operands))) {
    names.push(name)
    if (operand.kind === "ExpressionList") lists.push(name)
    if (!compileTableOperand(c, params?.[name], operand)) compileOperand(c, operand)
    if (operand.kind !== "ExpressionList" || params?.[name]?.kind !== "named") continue
    names.push(`${name}Names`)
    compileNames(c, operand.items)
  }
  c.out.emit("EFFECT", c.effectIndex({ keyword, operands: names, lists }))
}

/** What the values of a list are called where they are written: variables by their names, others not. */
function compileNames(c: Compiler, items: readonly Expression[]) {
  for (const item of items)
    if (item.kind === "NameExpression" || item.kind === "MemberExpression")
      c.out.pushText(item.name.replace(/\$$/, ""))
    else c.out.emit("PUSH_NULL")
  c.out.emit("NEW_LIST", items.length)
}

/** HEAR asks for its keys first, then waits, then sets the variable. */
export function compileHear(c: Compiler, statement: HearStatement) {
  const ask = () => {
    c.out.pushText(statement.type)
    for (const option of statement.options) compileOption(c, option)
    c.out.emit("NEW_LIST", statement.options.length)
    c.out.emit(statement.acceptsOther ? "PUSH_TRUE" : "PUSH_FALSE")
    for (const part of [statement.prompt, statement.fallback, statement.timeout?.seconds]) {
      if (part) c.expression(part)
      else c.out.emit("PUSH_NULL")
    }
    const isTaught = statement.entity !== undefined || statement.from !== undefined
    if (isTaught) compileTaught(c, statement)
    const effect = c.effectIndex(isTaught ? taughtShape : hearShape)
    const label = statement.timeout?.label ?? null
    if (label === null) c.out.emit("HEAR", effect, -1)
    else c.out.jump("HEAR", c.label(label), effect)
  }
  if (statement.target) return c.assign(statement.target, ask)
  ask()
  c.out.emit("POP")
}

function compileTaught(c: Compiler, { entity, from }: HearStatement) {
  if (entity === undefined) c.out.emit("PUSH_NULL")
  else c.out.pushText(entity)
  if (from) c.expression(from)
  else c.out.emit("PUSH_NULL")
}

const hearShape = {
  keyword: "HEAR",
  operands: ["type", "options", "acceptsOther", "prompt", "fallback", "timeoutSeconds"],
  lists: ["options"],
} as const

/** With an entity, or a text that may say the answer already. */
const taughtShape = {
  keyword: "HEAR",
  operands: [...hearShape.operands, "entity", "from"],
  lists: hearShape.lists,
} as const

/** BEGIN TALK, BEGIN SYSTEM PROMPT, BEGIN MAIL to. */
export function compileTextBlock(c: Compiler, statement: TextBlockStatement) {
  const operands: string[] = []
  if (statement.header) {
    c.expression(statement.header)
    operands.push("to")
  }
  compileInLanguages(c, statement.parts, () => compileParts(c, statement.parts))
  operands.push("text")
  c.out.emit("EFFECT", c.effectIndex({ keyword: statement.block, operands, lists: [] }))
  c.out.emit("POP")
}

function compileOperand(c: Compiler, operand: Operand) {
  switch (operand.kind) {
    case "ExpressionList":
      for (const item of operand.items) c.expression(item)
      return c.out.emit("NEW_LIST", operand.items.length)
    case "FieldList":
      return compileEntries(c, operand.fields)
    case "Word":
      return c.out.pushText(operand.text)
    default:
      return c.expression(operand)
  }
}

function findExpression(operand: Operand | undefined): Expression | null {
  if (operand === undefined) return null
  const { kind } = operand
  if (kind === "ExpressionList" || kind === "FieldList" || kind === "Word") return null
  return operand
}
