/** Grows expressions: every kind, nested, as the parser would have read them. */
import { visitExpression } from "../../ast/expressions.ts"
import type { Expression, ObjectEntry, Place } from "../../ast/nodes.ts"
import { nowhere } from "../../source/span.ts"
import type { Chooser } from "./chooser.ts"
import { commandExpression, type Growers } from "./commands.ts"
import { memberName, variableName } from "./names.ts"

const span = nowhere
const maxDepth = 4

const texts = [
  "",
  "hello",
  "How are you?",
  'She said "no"',
  "back\\slash",
  "tab\there",
  "€ ä ß 🎈",
  "it's",
  "$5 and {name}",
  "ELSE",
  "' no comment",
] as const
const multilineTexts = ["two\nlines", "a\n\n  b\n", 'He said\n"yes"\n'] as const

export function expression(choose: Chooser): Expression {
  if (choose.depth >= maxDepth || choose.isExhausted) return leaf(choose)
  return choose.deeper(() => (choose.chance(3) ? compound(choose) : leaf(choose)))
}

export function textExpression(choose: Chooser): Expression {
  return choose.chance(3) ? template(choose) : textLiteral(choose)
}

/** A text that stands on one line, as the first line of a text block needs it. */
export const lineText = (choose: Chooser): Expression => ({
  kind: "TextLiteral",
  span,
  value: choose.oneOf(texts),
  isMultiline: false,
})

export function textLiteral(choose: Chooser): Expression {
  return choose.chance(8)
    ? { kind: "TextLiteral", span, value: choose.oneOf(multilineTexts), isMultiline: true }
    : { kind: "TextLiteral", span, value: choose.oneOf(texts), isMultiline: false }
}

function leaf(choose: Chooser): Expression {
  switch (choose.pick(6)) {
    case 0:
      return { kind: "NumberLiteral", span, value: choose.oneOf([0, 1, 2, 10, 0.5, 3.25, 1000000]) }
    case 1:
      return { kind: "NameExpression", span, name: variableName(choose) }
    case 2:
      return textLiteral(choose)
    case 3:
      return { kind: "BooleanLiteral", span, value: choose.chance(2) }
    case 4:
      return { kind: "NullLiteral", span }
    default:
      return { kind: "NameExpression", span, name: variableName(choose) }
  }
}

function compound(choose: Chooser): Expression {
  switch (choose.pick(12)) {
    case 0:
    case 1:
      return binary(choose)
    case 2:
      return place(choose)
    case 3:
      return call(choose)
    case 4:
      return {
        kind: "UnaryExpression",
        span,
        operator: choose.oneOf(["-", "NOT", "+"]),
        operand: expression(choose),
      }
    case 5:
      return {
        kind: "BetweenExpression",
        span,
        operand: expression(choose),
        low: expression(choose),
        high: expression(choose),
      }
    case 6:
      return {
        kind: "IsNullExpression",
        span,
        operand: expression(choose),
        isNegated: choose.chance(2),
      }
    case 7:
      return {
        kind: "ConditionalExpression",
        span,
        test: expression(choose),
        whenTrue: expression(choose),
        whenFalse: expression(choose),
      }
    case 8:
      return { kind: "ObjectLiteral", span, entries: entries(choose, 0) }
    case 9:
      return { kind: "ArrayLiteral", span, items: choose.many(0, 3, () => expression(choose)) }
    case 10:
      return template(choose)
    default:
      return commandExpression(choose, growers)
  }
}

export function entries(choose: Chooser, least: number): ObjectEntry[] {
  const keys = ["id", "name", "total", "Content-Type", "__proto__"] as const
  return choose.many(least, 3, (index) => ({ key: keys[index]!, value: expression(choose) }))
}

function lineExpression(choose: Chooser): Expression {
  const made = expression(choose)
  let hasLines = false
  visitExpression(made, (inner) => {
    if ("isMultiline" in inner && inner.isMultiline) hasLines = true
  })
  return hasLines ? { kind: "NullLiteral", span } : made
}

/** Text with values in it. No two text parts touch, none is empty, and there is at least one value, of one line. */
function template(choose: Chooser): Expression {
  const parts: (string | Expression)[] = []
  choose.many(1, 2, () => {
    if (choose.chance(2)) parts.push(choose.oneOf(["Hi ", ", ", " costs $", "a \\ b "]))
    parts.push(
      choose.chance(2)
        ? { kind: "NameExpression", span, name: variableName(choose) }
        : lineExpression(choose),
    )
  })
  if (choose.chance(2)) parts.push(choose.oneOf(["!", " €", '"']))
  return { kind: "TemplateLiteral", span, parts, isMultiline: false }
}

const operators = [
  "+",
  "-",
  "*",
  "/",
  "=",
  "<>",
  "<",
  ">=",
  "AND",
  "OR",
  "&",
  "MOD",
  "\\",
  "^",
  "<=",
  ">",
  "LIKE",
  "CONTAINS",
  "STARTS WITH",
  "ENDS WITH",
  "IN",
  "NOT IN",
  "??",
] as const

function binary(choose: Chooser): Expression {
  return {
    kind: "BinaryExpression",
    span,
    operator: choose.oneOf(operators),
    left: expression(choose),
    right: expression(choose),
  }
}

function call(choose: Chooser): Expression {
  const args = choose.many(0, 2, () => expression(choose))
  if (choose.chance(2)) {
    const { object, name, isOptional } = member(choose)
    return { kind: "MethodCallExpression", span, object, name, args, isOptional }
  }
  return {
    kind: "CallExpression",
    span,
    name: choose.oneOf(["frobnicate", "do_it", "Tell2"]),
    args,
  }
}

function member(choose: Chooser) {
  return {
    kind: "MemberExpression",
    span,
    object: postfix(choose),
    name: memberName(choose),
    isOptional: choose.chance(4),
  } as const
}

/** What `.name` and `[i]` may follow without parentheses. */
function postfix(choose: Chooser): Expression {
  return choose.deeper(() =>
    choose.depth < maxDepth && choose.chance(3)
      ? place(choose)
      : { kind: "NameExpression", span, name: variableName(choose) },
  )
}

/** What may stand left of `=`. */
export function place(choose: Chooser): Place {
  switch (choose.pick(4)) {
    case 0:
    case 1:
      return { kind: "NameExpression", span, name: variableName(choose) }
    case 2:
      return { ...member(choose), isOptional: false }
    default:
      return { kind: "IndexExpression", span, object: postfix(choose), index: expression(choose) }
  }
}

export const growers: Growers = { expression, textExpression, entries }
