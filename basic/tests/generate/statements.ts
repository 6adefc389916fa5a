/** Grows single statements: all kinds without a body. */
import type { Expression, Statement, Trivia } from "../../ast/nodes.ts"
import { nowhere } from "../../source/span.ts"
import type { Chooser } from "./chooser.ts"
import { commandExpression, commandOperands } from "./commands.ts"
import { declaration } from "./declared.ts"
import { entries, expression, growers, lineText, place, textExpression } from "./expressions.ts"
import { hearStatement } from "./hear.ts"
import { variableName } from "./names.ts"
import type { Scope } from "./scope.ts"

const comments = ["", "ask again", 'TALK "no"', "it's = 1", "- note: x"] as const

/** Comments and blank lines above a statement. Two blank lines never meet. */
export function trivia(choose: Chooser): Trivia[] {
  const made: Trivia[] = []
  if (!choose.chance(5)) return made
  choose.many(1, 3, () => {
    const isBlank = choose.chance(3) && made.at(-1)?.kind !== "BlankLine"
    made.push(isBlank ? { kind: "BlankLine" } : { kind: "Comment", text: choose.oneOf(comments) })
  })
  return made
}

export const trailing = (choose: Chooser): string | null =>
  choose.chance(8) ? choose.oneOf(["note", "TALK", "it's"]) : null

export const plain = { span: nowhere, leading: [], trailing: null } as const

/** Puts comments on a statement that was made without them. */
export function commented<S extends Statement>(choose: Chooser, statement: S): S {
  const after = canTrail(statement) ? trailing(choose) : null
  return { ...statement, leading: trivia(choose), trailing: after }
}

/** What is kept as written would swallow a comment behind it. */
const canTrail = (statement: Statement): boolean =>
  statement.kind !== "UnknownStatement" &&
  statement.kind !== "BrokenStatement" &&
  statement.kind !== "TableStatement"

/** A statement of one line that may stand anywhere, also behind THEN. */
export function simpleStatement(choose: Chooser, scope: Scope): Statement {
  switch (choose.pick(16)) {
    case 0:
    case 1:
    case 2:
      return command("TALK", { text: textExpression(choose) })
    case 3:
    case 4:
      return assignment(choose, scope)
    case 5:
    case 6:
      return gotoStatement(choose, scope)
    case 7:
      return commandStatement(choose, scope)
    case 8:
      return { ...plain, kind: "StopStatement", word: choose.oneOf(["EXIT", "END"]) }
    case 9:
      return leaveStatement(choose, scope)
    case 10:
      return returnStatement(choose)
    case 11:
      return callStatement(choose, scope)
    case 12:
      return { ...plain, kind: "ExpressionStatement", expression: methodCall(choose) }
    case 13:
      return scope.labels.length === 0
        ? commandStatement(choose, scope)
        : { ...plain, kind: "GosubStatement", label: labelName(choose, scope) }
    case 14:
      return hearStatement(choose, scope)
    default:
      return command("PRINT", { text: expression(choose) })
  }
}

const command = (keyword: string, operands: Record<string, Expression>): Statement => ({
  ...plain,
  kind: "CommandStatement",
  keyword,
  operands,
  failGoto: null,
})

function assignment(choose: Chooser, scope: Scope): Statement {
  const isConst = choose.chance(12)
  const isPlain = isConst || choose.chance(2)
  return {
    ...plain,
    kind: "AssignStatement",
    target: isConst
      ? { kind: "NameExpression", span: nowhere, name: variableName(choose) }
      : place(choose),
    operator: isPlain ? "=" : choose.oneOf(["=", "+=", "-=", "*=", "/="]),
    value: choose.chance(3) ? commandExpression(choose, growers) : expression(choose),
    isConst,
    failGoto: null,
    ...failure(choose, scope, isPlain && !isConst),
  }
}

/** `x = GET url ELSE GOTO label`: only a command can fail. */
function failure(choose: Chooser, scope: Scope, isAllowed: boolean) {
  if (!isAllowed || scope.labels.length === 0 || !choose.chance(6)) return {}
  return { value: commandExpression(choose, growers), failGoto: labelName(choose, scope) }
}

function commandStatement(choose: Chooser, scope: Scope): Statement {
  const { keyword, operands } = commandOperands(choose, growers)
  const canFail = scope.labels.length > 0 && choose.chance(5)
  const failGoto = canFail ? labelName(choose, scope) : null
  return { ...plain, kind: "CommandStatement", keyword, operands, failGoto }
}

export const labelName = (choose: Chooser, scope: Scope): string =>
  !scope.isLegal && choose.chance(6)
    ? "nowhere_at_all"
    : (scope.labels[choose.pick(Math.max(1, scope.labels.length))] ?? "nowhere_at_all")

function gotoStatement(choose: Chooser, scope: Scope): Statement {
  if (scope.isLegal && scope.labels.length === 0)
    return command("TALK", { text: textExpression(choose) })
  return { ...plain, kind: "GotoStatement", label: labelName(choose, scope) }
}

/** EXIT FOR, CONTINUE and their like, where they belong unless the program may be wrong. */
function leaveStatement(choose: Chooser, scope: Scope): Statement {
  const loop = scope.loops[choose.pick(Math.max(1, scope.loops.length))]
  if (choose.chance(3) && (scope.procedure !== null || !scope.isLegal)) {
    return { ...plain, kind: "ExitStatement", what: scope.procedure ?? "SUB" }
  }
  if (loop === undefined && scope.isLegal) return command("TALK", { text: textExpression(choose) })
  // Outside of a loop BREAK at the end of a CASE is left out when it is read.
  const isBare = choose.chance(3) && loop !== undefined
  const what = isBare ? null : (loop ?? "FOR")
  return choose.chance(2)
    ? { ...plain, kind: "ContinueStatement", what }
    : { ...plain, kind: "ExitStatement", what }
}

function returnStatement(choose: Chooser): Statement {
  const base = { ...plain, kind: "ReturnStatement" } as const
  switch (choose.pick(3)) {
    case 0:
      return { ...base, value: null, fields: null }
    case 1:
      return { ...base, value: expression(choose), fields: null }
    default:
      return { ...base, value: null, fields: entries(choose, 1).map(plainKey) }
  }
}

/** RETURN WITH names its fields by bare words. */
const plainKey = (entry: { readonly key: string; readonly value: Expression }, index: number) => ({
  ...entry,
  key: ["id", "name", "total"][index]!,
})

function callStatement(choose: Chooser, scope: Scope): Statement {
  const own = scope.procedures[choose.pick(Math.max(1, scope.procedures.length))]
  const base = { ...plain, kind: "CallStatement", failGoto: null } as const
  if (own === undefined || choose.chance(4)) {
    const path: Expression = {
      kind: "TextLiteral",
      span: nowhere,
      value: "/crm/get",
      isMultiline: false,
    }
    return { ...base, name: null, path, args: choose.many(0, 2, () => expression(choose)) }
  }
  return {
    ...base,
    name: own.name,
    path: null,
    args: choose.many(own.params, own.params, () => expression(choose)),
  }
}

function methodCall(choose: Chooser): Expression {
  const args = choose.many(0, 2, () => expression(choose))
  const object: Expression = { kind: "NameExpression", span: nowhere, name: variableName(choose) }
  return {
    kind: "MethodCallExpression",
    span: nowhere,
    object,
    name: "push",
    args,
    isOptional: false,
  }
}

/** Statements that only stand on lines of their own. */
export function lineStatement(choose: Chooser, scope: Scope): Statement {
  switch (choose.pick(10)) {
    case 0:
      return textBlock(choose)
    case 1:
      return withStatement(choose)
    case 2:
      return onStatement(choose, scope)
    case 3:
      return { ...plain, kind: "OptionStatement", name: "STRICT" }
    case 4:
      return unknown(choose)
    case 5:
      return scope.isLegal ? unknown(choose) : broken(choose)
    case 6:
      return declaration(choose)
    default:
      return hearStatement(choose, scope)
  }
}

function textBlock(choose: Chooser): Statement {
  const parts: (string | Expression)[] = [
    choose.oneOf(["Hello.\nHow are you?", "# Title\n- it's", "a\n  indented"]),
  ]
  if (choose.chance(2)) {
    parts.push({ kind: "NameExpression", span: nowhere, name: variableName(choose) })
    if (choose.chance(2)) parts.push(choose.oneOf(["!", "\nsee you \\ $5"]))
  }
  const block = choose.oneOf(["TALK", "SYSTEM PROMPT", "MAIL"])
  const header = block === "MAIL" ? lineText(choose) : null
  return { ...plain, kind: "TextBlockStatement", block, header, parts }
}

function withStatement(choose: Chooser): Statement {
  const fields = choose.many(0, 3, (index) => ({
    name: ["id", "name", "total"][index]!,
    value: expression(choose),
    leading: trivia(choose),
    trailing: trailing(choose),
  }))
  const target = { kind: "NameExpression", span: nowhere, name: variableName(choose) } as const
  return { ...plain, kind: "WithStatement", target, fields, closing: trivia(choose) }
}

function onStatement(choose: Chooser, scope: Scope): Statement {
  const hasLabel = scope.labels.length > 0 || !scope.isLegal
  const label = labelName(choose, scope)
  switch (hasLabel ? choose.pick(5) : 3 + choose.pick(2)) {
    case 0:
      return {
        ...plain,
        kind: "OnMessageStatement",
        texts: choose.many(1, 2, (i) => ["menu", "stop now"][i]!),
        label,
      }
    case 1:
      return { ...plain, kind: "OnSilenceStatement", seconds: choose.oneOf([60, 3600]), label }
    case 2:
      return { ...plain, kind: "OnErrorStatement", mode: "goto", label }
    case 3:
      return { ...plain, kind: "OnErrorStatement", mode: "resume", label: null }
    default:
      return { ...plain, kind: "OnErrorStatement", mode: "off", label: null }
  }
}

const unknownLines = [
  { words: "FROB", text: "FROB x" },
  { words: "BREW THE TEA", text: 'BREW THE TEA  "strong",   2' },
  { words: "ZAP", text: "ZAP" },
] as const

const unknown = (choose: Chooser): Statement => ({
  ...plain,
  kind: "UnknownStatement",
  ...choose.oneOf(unknownLines),
})

function broken(choose: Chooser): Statement {
  return {
    ...plain,
    kind: "BrokenStatement",
    text: choose.oneOf(["= = 1", "x = = 2", "TALK 1 2", ") what"]),
  }
}
