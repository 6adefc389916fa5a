/** Grows blocks: statements with bodies, labels, comments, menus with their SELECT CASE. */
import type { Block, Expression, LoopWord, Statement } from "../../ast/nodes.ts"
import { nowhere } from "../../source/span.ts"
import type { Chooser } from "./chooser.ts"
import { deferStatement, tryStatement } from "./declared.ts"
import { expression } from "./expressions.ts"
import { hearStatement } from "./hear.ts"
import { variableName } from "./names.ts"
import type { Scope } from "./scope.ts"
import { commented, lineStatement, plain, simpleStatement, trailing, trivia } from "./statements.ts"

const span = nowhere
const maxDepth = 3

/** A block of up to `most` statements. `labels`: those to put among them, each once. */
export function block(
  choose: Chooser,
  scope: Scope,
  most: number,
  labels: readonly string[],
): Block {
  const statements = choose.many(0, most, () => statement(choose, scope)).flat()
  for (const name of labels) {
    const label: Statement = { ...plain, kind: "LabelStatement", name }
    statements.splice(choose.pick(statements.length + 1), 0, commented(choose, label))
  }
  return { statements, closing: choose.chance(6) ? trivia(choose) : [] }
}

function statement(choose: Chooser, scope: Scope): Statement[] {
  if (choose.depth >= maxDepth || choose.isExhausted || !choose.chance(3)) {
    const made = choose.chance(3) ? lineStatement(choose, scope) : simpleStatement(choose, scope)
    return [commented(choose, made)]
  }
  return choose.deeper(() => structured(choose, scope)).map((made) => commented(choose, made))
}

function structured(choose: Chooser, scope: Scope): Statement[] {
  switch (choose.pick(11)) {
    case 9:
      return [tryStatement(choose, () => body(choose, scope))]
    case 10:
      return [deferStatement(choose, () => body(choose, withoutFlow(scope)))]
    case 0:
    case 1:
    case 2:
      return [ifStatement(choose, scope)]
    case 3:
      return [inlineIf(choose, scope)]
    case 4:
      return [selectStatement(choose, scope, expression(choose))]
    case 5:
      return menu(choose, scope)
    case 6:
      return [forEach(choose, scope)]
    case 7:
      return [forLoop(choose, scope)]
    default:
      return [choose.chance(2) ? whileLoop(choose, scope) : doLoop(choose, scope)]
  }
}

/** What runs on its own is in no loop and no procedure, and reaches no label around it. */
export const withoutFlow = (scope: Scope): Scope => ({
  ...scope,
  labels: [],
  loops: [],
  procedure: null,
})

/** A body, sometimes with labels of its own that only it may jump to. */
function body(choose: Chooser, scope: Scope): Block {
  if (!choose.chance(6)) return block(choose, scope, 3, [])
  const own = scope.nextLabel()
  return block(choose, { ...scope, labels: [...scope.labels, own] }, 3, [own])
}

const loopBody = (choose: Chooser, scope: Scope, word: LoopWord): Block =>
  body(choose, { ...scope, loops: [...scope.loops, word] })

function ifStatement(choose: Chooser, scope: Scope): Statement {
  const branches = choose.many(1, 3, () => ({
    condition: expression(choose),
    body: body(choose, scope),
  }))
  const otherwise = choose.chance(2) ? body(choose, scope) : null
  return { ...plain, kind: "IfStatement", branches, otherwise, isInline: false }
}

function inlineIf(choose: Chooser, scope: Scope): Statement {
  const one = (): Block => ({ statements: [oneLine(choose, scope)], closing: [] })
  const branches = [{ condition: expression(choose), body: one() }]
  const otherwise = choose.chance(3) ? one() : null
  return { ...plain, kind: "IfStatement", branches, otherwise, isInline: true }
}

/** Behind THEN and ELSE stands what cannot take the other ELSE for its own. */
function oneLine(choose: Chooser, scope: Scope): Statement {
  const made = simpleStatement(choose, scope)
  return "failGoto" in made ? { ...made, failGoto: null } : made
}

function selectStatement(choose: Chooser, scope: Scope, subject: Expression): Statement {
  const cases = choose.many(0, 3, (index) => ({
    values: choose.many(1, 2, (at) => caseValue(choose, index * 2 + at)),
    body: body(choose, scope),
    leading: trivia(choose),
    trailing: trailing(choose),
  }))
  const otherwise = choose.chance(2)
    ? { body: body(choose, scope), leading: trivia(choose), trailing: trailing(choose) }
    : null
  const word = choose.oneOf(["SELECT", "SWITCH"])
  // Comments above a CASE belong to it, so only the last body can close with some.
  const last = otherwise?.body ?? cases.at(-1)?.body
  for (const item of [...cases, otherwise])
    if (item !== null && item.body !== last) item.body = unclosed(item.body)
  return { ...plain, kind: "SelectStatement", word, subject, cases, otherwise }
}

const unclosed = (body: Block): Block => ({ ...body, closing: [] })

const caseWords = ["Sales", "Support", "x", "It's something else", "a", "b"] as const

function caseValue(choose: Chooser, index: number): Expression {
  return choose.chance(3)
    ? { kind: "NumberLiteral", span, value: index }
    : { kind: "TextLiteral", span, value: caseWords[index]!, isMultiline: false }
}

/** HEAR with choices, and what is chosen by its answer. */
function menu(choose: Chooser, scope: Scope): Statement[] {
  const target = { kind: "NameExpression", span, name: variableName(choose) } as const
  const hear = { ...hearStatement(choose, scope), target }
  return [hear, selectStatement(choose, scope, target)]
}

const forEach = (choose: Chooser, scope: Scope): Statement => ({
  ...plain,
  kind: "ForEachStatement",
  variable: variableName(choose),
  list: expression(choose),
  body: loopBody(choose, scope, "FOR"),
})

const forLoop = (choose: Chooser, scope: Scope): Statement => ({
  ...plain,
  kind: "ForStatement",
  variable: variableName(choose),
  from: expression(choose),
  to: expression(choose),
  step: choose.chance(3) ? expression(choose) : null,
  body: loopBody(choose, scope, "FOR"),
})

const whileLoop = (choose: Chooser, scope: Scope): Statement => ({
  ...plain,
  kind: "WhileStatement",
  condition: expression(choose),
  body: loopBody(choose, scope, "WHILE"),
})

function doLoop(choose: Chooser, scope: Scope): Statement {
  const at = choose.oneOf(["start", "end"])
  const test = choose.chance(4)
    ? null
    : { at, until: choose.chance(2), condition: expression(choose) }
  return { ...plain, kind: "DoStatement", test, body: loopBody(choose, scope, "DO") }
}
