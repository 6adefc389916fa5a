import type { IfStatement, SelectStatement } from "../ast/nodes.ts"
import type { Compiler } from "./context.ts"
import type { Target } from "./emitter.ts"

/** IF ... ELSE IF ... ELSE ... END IF, and IF on one line. */
export function compileIf(c: Compiler, statement: IfStatement) {
  const { out } = c
  const end = out.newTarget()
  statement.branches.forEach((branch, index) => {
    const otherwise = out.newTarget()
    if (index > 0) c.mark(statement)
    c.condition(branch.condition, false, otherwise)
    c.block(branch.body)
    const isLast = index === statement.branches.length - 1 && statement.otherwise === null
    if (!isLast && !out.isUnreachable) out.jump("JUMP", end)
    out.bind(otherwise)
  })
  if (statement.otherwise) c.block(statement.otherwise)
  out.bind(end)
}

/** SELECT CASE and SWITCH: the first case that equals the subject. The subject is evaluated once. */
export function compileSelect(c: Compiler, statement: SelectStatement) {
  if (statement.subject.kind === "NameExpression")
    return compileCases(c, statement, () => c.expression(statement.subject))
  c.withSlots(1, (slot) => {
    c.expression(statement.subject)
    c.out.emit("STORE_LOCAL", slot)
    compileCases(c, statement, () => c.out.emit("LOAD_LOCAL", slot))
  })
}

function compileCases(c: Compiler, statement: SelectStatement, loadSubject: () => void) {
  const { out } = c
  const end = out.newTarget()
  for (const branch of statement.cases) {
    const body = out.newTarget()
    const next = out.newTarget()
    c.mark(statement)
    branch.values.forEach((value, index) => {
      loadSubject()
      c.expression(value)
      const isLast = index === branch.values.length - 1
      out.jump(isLast ? "UNLESS_EQUAL" : "UNLESS_NOT_EQUAL", isLast ? next : body)
    })
    if (branch.values.length === 0) out.jump("JUMP", next)
    out.bind(body)
    c.block(branch.body)
    leaveTo(c, end)
    out.bind(next)
  }
  if (statement.otherwise) c.block(statement.otherwise.body)
  out.bind(end)
}

function leaveTo(c: Compiler, end: Target) {
  if (!c.out.isUnreachable) c.out.jump("JUMP", end)
}
