import { visitExpression } from "../ast/expressions.ts"
import type { AssignStatement, Expression, Place, WithStatement } from "../ast/nodes.ts"
import { withOutlet } from "./compile-error.ts"
import { compileEntries } from "./compile-literal.ts"
import type { Compiler, Slot } from "./context.ts"
import { isSmallInt } from "./emitter.ts"
import { normalizeName } from "./names.ts"
import type { OpName } from "./opcodes.ts"

const compoundCodes = { "+=": "ADD", "-=": "SUBTRACT", "*=": "MULTIPLY", "/=": "DIVIDE" } as const

/** place = e, place += e ... */
export function compileAssignStatement(c: Compiler, statement: AssignStatement) {
  const { operator, target, value } = statement
  withOutlet(c, statement.failGoto, () => {
    if (operator === "=") {
      const added = findAddition(statement)
      if (added === null || !compileAddTo(c, target, added))
        compileAssign(c, target, () => c.expression(value))
    } else if (operator !== "+=" || !compileAddTo(c, target, value))
      compileCompound(c, target, compoundCodes[operator], value)
  })
}

/** WITH place ... END WITH: a new map of the fields. */
export function compileWith(c: Compiler, statement: WithStatement) {
  compileAssign(c, statement.target, () =>
    compileEntries(
      c,
      statement.fields.map((field) => ({ key: field.name, value: field.value })),
    ),
  )
}

/** Sets a place to the value that `emitValue` leaves. */
export function compileAssign(c: Compiler, target: Place, emitValue: () => void) {
  if (target.kind === "NameExpression") {
    emitValue()
    return c.variable("STORE", c.slot(target.name))
  }
  const { base, keys } = splitPlace(target)
  if (base === null) return dropAssignment(c, emitValue)
  for (const key of keys) compileKey(c, key)
  emitValue()
  c.variable("WRITE_PATH", base(c), keys.length, memberBits(keys))
}

function compileCompound(c: Compiler, target: Place, code: OpName, value: Expression) {
  if (target.kind === "NameExpression") {
    const slot = c.slot(target.name)
    c.variable("LOAD", slot)
    c.expression(value)
    c.out.emit(code)
    return c.variable("STORE", slot)
  }
  const { base, keys } = splitPlace(target)
  if (base === null) return dropAssignment(c, () => c.expression(value))
  for (const key of keys) compileKey(c, key)
  c.variable("READ_PATH", base(c), keys.length, memberBits(keys))
  c.expression(value)
  c.out.emit(code)
  c.variable("WRITE_PATH", base(c), keys.length, memberBits(keys))
}

/** In `x = x + e`, the e; null for anything else. */
function findAddition({ target, value }: AssignStatement): Expression | null {
  if (target.kind !== "NameExpression" || value.kind !== "BinaryExpression") return null
  if (value.operator !== "+" || value.left.kind !== "NameExpression") return null
  return normalizeName(value.left.name) === normalizeName(target.name) ? value.right : null
}

/** `x = x + e` in one instruction after e, when nothing in e can change x before it is read. */
function compileAddTo(c: Compiler, target: Place, added: Expression): boolean {
  if (target.kind !== "NameExpression" || !isQuiet(c, added)) return false
  const slot = c.slot(target.name)
  if (added.kind === "NumberLiteral" && isSmallInt(added.value)) {
    c.variable("ADD_INT_TO", slot, added.value)
    return true
  }
  c.expression(added)
  c.variable("ADD_TO", slot)
  return true
}

/** Does it call none of the program's own procedures? Only they can change variables in mid-expression. */
function isQuiet(c: Compiler, expression: Expression): boolean {
  let quiet = true
  visitExpression(expression, (inner) => {
    if (inner.kind === "CallExpression" && c.procedure(inner.name) !== null) quiet = false
  })
  return quiet
}

/** A key of a place: a member's name or an index expression. */
type Key = string | Expression

/** Bit i is set when key i is a member's name. A place with more keys than bits reads the rest as data. */
const memberBits = (keys: readonly Key[]): number =>
  keys
    .slice(0, 29)
    .reduce<number>((bits, key, index) => (typeof key === "string" ? bits | (1 << index) : bits), 0)

function compileKey(c: Compiler, key: Key) {
  if (typeof key === "string") c.out.pushText(key)
  else c.expression(key)
}

/** Takes `a.b[i]` apart into the variable and its keys, outermost first. `base` is null when it starts with no variable. */
function splitPlace(place: Place): { base: ((c: Compiler) => Slot) | null; keys: Key[] } {
  const keys: Key[] = []
  let at: Expression = place
  while (at.kind === "MemberExpression" || at.kind === "IndexExpression") {
    keys.unshift(at.kind === "MemberExpression" ? at.name : at.index)
    at = at.object
  }
  if (at.kind !== "NameExpression") return { base: null, keys }
  const { name } = at
  return { base: (c) => c.slot(name), keys }
}

/** The parser refuses places that start with no variable; code that holds one all the same sets nothing. */
function dropAssignment(c: Compiler, emitValue: () => void) {
  emitValue()
  c.out.emit("POP")
}
