/** Works out the values of a test's lines: by the machine that runs scripts, so that BASIC means the same in both. */
import { visitExpression } from "../ast/expressions.ts"
import type { BinaryOperator, Expression, Statement } from "../ast/nodes.ts"
import { compile } from "../ir/compile.ts"
import { normalizeName } from "../ir/names.ts"
import { findFunction } from "../keywords/index.ts"
import { nowhere } from "../source/span.ts"
import { StateError } from "../vm/errors.ts"
import { fromJson, toJson } from "../vm/json.ts"
import { type LoadedProgram, load } from "../vm/load.ts"
import { defaultTurnLimits, type TurnContext } from "../vm/outcome.ts"
import { beginTurn, createState, run } from "../vm/turn.ts"
import type { Json } from "../vm/value.ts"

export type Names = Readonly<Record<string, Json>>

export type Evaluated =
  | { readonly isKnown: true; readonly value: Json }
  /** `problem` is a whole sentence. */
  | { readonly isKnown: false; readonly problem: string }

const limits = { ...defaultTurnLimits, instructions: 1_000_000 }
const programs = new WeakMap<Expression, LoadedProgram>()

/** Each expression is compiled once, however many tests share its line. */
function programOf(expression: Expression): LoadedProgram {
  const known = programs.get(expression)
  if (known !== undefined) return known
  const statement: Statement = {
    kind: "ReturnStatement",
    value: expression,
    fields: null,
    span: expression.span,
    leading: [],
    trailing: null,
  }
  const body = { statements: [statement], closing: [] }
  const program = load(compile({ kind: "Program", span: expression.span, body }), "test")
  programs.set(expression, program)
  return program
}

/** Lists the variables an expression reads, as they are written. */
export const listRead = (expression: Expression): readonly string[] =>
  programOf(expression).bundle.variables

/** In a script what nothing defines gives null; in a line of a test it is a slip. */
function findUnknownCall(expression: Expression): string | null {
  let unknown: string | null = null
  visitExpression(expression, (inner) => {
    const isCall = inner.kind === "CallExpression" && !/^I?IF$/i.test(inner.name)
    if (isCall && findFunction(inner.name) === null) unknown ??= inner.name
  })
  return unknown
}

/** Finds a name as BASIC compares them; undefined when it is not there. */
export const findName = (names: Names, name: string): string | undefined =>
  Object.keys(names).find((known) => normalizeName(known) === normalizeName(name))

/** Evaluates an expression with these variables. It can reach nothing else: an effect is a problem. */
export function evaluate(expression: Expression, names: Names, turn: TurnContext): Evaluated {
  if (expression.kind === "TextLiteral" || expression.kind === "NumberLiteral")
    return { isKnown: true, value: expression.value }
  try {
    const unknown = findUnknownCall(expression)
    if (unknown !== null) return { isKnown: false, problem: `There is no function ${unknown}.` }
    const program = programOf(expression)
    const inputs = Object.entries(names).map(([name, json]) => [name, fromJson(json)] as const)
    const state = createState(program, Object.fromEntries(inputs))
    beginTurn(state, turn, limits)
    const outcome = run(program, state)
    if (outcome.kind === "done") return { isKnown: true, value: toJson(outcome.value) }
    if (outcome.kind === "fault") return { isKnown: false, problem: outcome.fault.message }
    const problem = "A line of a test cannot do what only a script does."
    return { isKnown: false, problem }
  } catch (error) {
    if (error instanceof StateError) return { isKnown: false, problem: error.message }
    throw error
  }
}

const operands = ["left", "right"].map((name) => ({
  kind: "NameExpression" as const,
  name,
  span: nowhere,
}))
const comparisons = new Map<BinaryOperator, Expression>()

/** Compares as a script would: `=`, CONTAINS, LIKE. What cannot be compared does not hold. */
export function compare(operator: BinaryOperator, left: Json, right: Json, turn: TurnContext) {
  const [first, second] = operands as [Expression, Expression]
  const expression: Expression = comparisons.get(operator) ?? {
    kind: "BinaryExpression",
    operator,
    left: first,
    right: second,
    span: nowhere,
  }
  comparisons.set(operator, expression)
  const found = evaluate(expression, { left, right }, turn)
  return found.isKnown && found.value === true
}
