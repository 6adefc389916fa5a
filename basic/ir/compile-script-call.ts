import type { CommandExpression, Expression, Operand, Operands } from "../ast/nodes.ts"
import { findFunction } from "../keywords/index.ts"
import { compileErrorState } from "./compile-error.ts"
import { compileProcedureCall } from "./compile-procedure-call.ts"
import type { Compiler, ProcedureInfo } from "./context.ts"
import { normalizeName } from "./names.ts"

/** Commands that run a script: `v = CALL path, args`, `RUN path, args`. False for every other command. */
export function compileScriptCommand(c: Compiler, keyword: string, operands: Operands): boolean {
  if (keyword !== "CALL" && keyword !== "RUN") return false
  const path = asExpression(operands.path)
  if (path === null) return false
  const { args } = operands
  compileScriptCall(c, path, args?.kind === "ExpressionList" ? args.items : [])
  return true
}

/** A command in the place of a value. */
export function compileValueCommand(c: Compiler, { keyword, operands }: CommandExpression) {
  if (compileErrorState(c, keyword) || compileScriptCommand(c, keyword, operands)) return
  c.effect(keyword, operands)
}

function asExpression(operand: Operand | undefined): Expression | null {
  if (operand === undefined) return null
  const { kind } = operand
  return kind === "ExpressionList" || kind === "FieldList" || kind === "Word" ? null : operand
}

/**
 * CALL "other.bas", args: a script of the bundle, which is called like a procedure. What is not there, and
 * a platform path, is the host's. A path that is no plain text is compared with the names when it is called.
 */
export function compileScriptCall(c: Compiler, path: Expression, args: readonly Expression[]) {
  const named = findNamed(c, path)
  if (named !== null) return compileProcedureCall(c, named.script, named.args ?? args)
  const spellings = path.kind === "TextLiteral" ? [] : c.scripts.listSpellings()
  if (spellings.length > 0) return compileSearch(c, path, args, spellings)
  c.effect("CALL", { path, args: { kind: "ExpressionList", items: args } })
}

/** `CALL "other.bas"`, and as a value `CALL other` and `CALL other(a)`, where no variable has that name. */
function findNamed(
  c: Compiler,
  path: Expression,
): { readonly script: ProcedureInfo; readonly args: readonly Expression[] | null } | null {
  const name = nameOf(c, path)
  const script = name === null ? null : c.scripts.find(name)
  if (script === null) return null
  return { script, args: path.kind === "CallExpression" ? path.args : null }
}

function nameOf(c: Compiler, path: Expression): string | null {
  if (path.kind === "TextLiteral") return path.value
  if (path.kind === "CallExpression") return findFunction(path.name) === null ? path.name : null
  if (path.kind !== "NameExpression") return null
  return c.assignedNames.has(normalizeName(path.name)) ? null : path.name
}

/** Three hidden slots hold the path, its lower case and the arguments. */
function compileSearch(
  c: Compiler,
  path: Expression,
  args: readonly Expression[],
  spellings: readonly { readonly text: string; readonly script: ProcedureInfo }[],
) {
  const { out } = c
  const end = out.newTarget()
  c.withSlots(3, (first) => {
    c.expression(path)
    out.emit("STORE_LOCAL", first)
    for (const arg of args) c.expression(arg)
    out.emit("NEW_LIST", args.length)
    out.emit("STORE_LOCAL", first + 2)
    out.emit("LOAD_LOCAL", first)
    out.emit("CALL_BUILTIN", c.builtin("LCASE"), 1)
    out.emit("STORE_LOCAL", first + 1)
    for (const { text, script } of spellings) {
      const next = out.newTarget()
      out.emit("LOAD_LOCAL", first + 1)
      out.pushText(text)
      out.jump("UNLESS_EQUAL", next)
      compileListedCall(c, script, first + 2, args.length)
      out.jump("JUMP", end)
      out.bind(next)
    }
    out.emit("LOAD_LOCAL", first)
    out.emit("LOAD_LOCAL", first + 2)
    out.emit(
      "EFFECT",
      c.effectIndex({ keyword: "CALL", operands: ["path", "args"], lists: ["args"] }),
    )
  })
  out.bind(end)
}

/** Calls a script with arguments that lie in a list. */
function compileListedCall(c: Compiler, script: ProcedureInfo, list: number, count: number) {
  for (let index = 0; index < script.paramCount; index++) {
    if (index >= count) {
      c.out.emit("PUSH_NULL")
      continue
    }
    c.out.emit("LOAD_LOCAL", list)
    c.out.pushNumber(index)
    c.out.emit("INDEX")
  }
  c.out.emit("CALL", script.index, script.paramCount)
}
