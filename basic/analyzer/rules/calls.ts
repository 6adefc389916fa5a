import type { CallExpression, CallStatement, ProcedureStatement } from "../../ast/nodes.ts"
import { findFunction, listFunctionNames } from "../../keywords/index.ts"
import { normalName } from "../../parser/normal-name.ts"
import type { Span } from "../../source/span.ts"
import type { ProgramFacts } from "../program-facts.ts"

/** Calls name something that exists, with as many arguments as it takes. */
export function checkCalls(facts: ProgramFacts) {
  for (const { expression } of facts.expressions)
    if (expression.kind === "CallExpression") checkCall(facts, expression)
  for (const { statement } of facts.places)
    if (statement.kind === "CallStatement") checkCallStatement(facts, statement)
}

function checkCall(facts: ProgramFacts, call: CallExpression) {
  const own = facts.procedures.get(normalName(call.name))
  if (own !== undefined) return checkOwn(facts, own, call.args.length, call.span)
  const builtin = findFunction(call.name)
  const span = { start: call.span.start, end: call.span.start + call.name.length }
  if (builtin === null) {
    const nearest = facts.suggest(call.name, listNames(facts))
    return facts.report("basic.unknown_function", span, { found: call.name, nearest })
  }
  const [fewest, most] = builtin.arity
  if (call.args.length < fewest || call.args.length > most)
    facts.report("basic.argument_count", call.span, {
      name: builtin.name,
      expected: showCount(fewest, most),
      found: call.args.length,
    })
}

function* listNames(facts: ProgramFacts): Iterable<string> {
  for (const { name } of facts.procedures.values()) yield name
  yield* listFunctionNames()
}

/** CALL name may also lead to another script, so an unknown one is no error. */
function checkCallStatement(facts: ProgramFacts, { name, args, span }: CallStatement) {
  if (name === null) return
  const own = facts.procedures.get(normalName(name))
  if (own !== undefined) return checkOwn(facts, own, args.length, span)
  const names = [...facts.procedures.values()].map((procedure) => procedure.name)
  facts.report("basic.unknown_procedure", span, {
    found: name,
    nearest: facts.suggest(name, names),
  })
}

function checkOwn(
  facts: ProgramFacts,
  { name, params }: ProcedureStatement,
  found: number,
  span: Span,
) {
  if (found === params.length) return
  facts.report("basic.argument_count", span, {
    name,
    expected: showCount(params.length, params.length),
    found,
  })
}

function showCount(fewest: number, most: number): string {
  const unit = most === 1 ? "argument" : "arguments"
  if (fewest === most) return `${fewest === 0 ? "no" : fewest} ${unit}`
  if (most === Number.POSITIVE_INFINITY)
    return `at least ${fewest} ${fewest === 1 ? "argument" : "arguments"}`
  return `${fewest} ${most === fewest + 1 ? "or" : "to"} ${most} ${unit}`
}
