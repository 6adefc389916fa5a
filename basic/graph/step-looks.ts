/** How each kind of step looks: keyword, family, icon, title. Commands say it in their definition. */
import type { Expression, Operands, Statement } from "../ast/nodes.ts"
import type { CommandKeyword, Family } from "../keywords/define.ts"
import { findCommand } from "../keywords/index.ts"
import type { StatementStep } from "./graph.ts"
import { asWritten, showExpression, showOperand, showParts, wordsOf } from "./show.ts"

export interface StepLook {
  readonly keyword: string
  readonly family: Family
  readonly icon: string
  /** i18next key, "steps.talk". */
  readonly titleKey: string
  readonly values: Readonly<Record<string, string>>
}

/** Family and icon by title key, for statements with grammar of their own. Titles of commands are in their definitions. */
export const builtInLooks = {
  ask: ["ask", "help-circle"],
  askNothing: ["ask", "help-circle"],
  menu: ["ask", "list-check"],
  assign: ["data", "equal"],
  if: ["decide", "git-branch"],
  select: ["decide", "arrows-split"],
  forEach: ["decide", "repeat"],
  for: ["decide", "repeat"],
  while: ["decide", "repeat"],
  do: ["decide", "repeat"],
  doWhile: ["decide", "repeat"],
  doUntil: ["decide", "repeat"],
  call: ["flow", "arrow-ramp-right"],
  callPath: ["flow", "arrow-ramp-right"],
  evaluate: ["data", "function"],
  return: ["flow", "corner-down-left"],
  returnNothing: ["flow", "corner-down-left"],
  leaveLoop: ["decide", "door-exit"],
  nextRound: ["decide", "player-skip-forward"],
  gosub: ["flow", "arrow-ramp-right"],
  onErrorGoto: ["flow", "alert-triangle"],
  onErrorResume: ["flow", "alert-triangle"],
  onErrorOff: ["flow", "alert-triangle"],
  onMessage: ["flow", "bolt"],
  onSilence: ["flow", "hourglass"],
  makeObject: ["data", "braces"],
  longTalk: ["say", "message-2"],
  systemPrompt: ["ai", "sparkles"],
  mail: ["connect", "mail"],
  option: ["flow", "settings"],
  param: ["ai", "forms"],
  description: ["ai", "info-circle"],
  table: ["data", "database"],
  tableIndex: ["data", "database"],
  dim: ["data", "braces"],
  event: ["flow", "bolt"],
  defer: ["flow", "clock"],
  try: ["flow", "shield-check"],
  parallel: ["flow", "arrows-split"],
  botStep: ["flow", "robot"],
  approvalStep: ["people", "users"],
  unknown: ["flow", "help-octagon"],
  broken: ["flow", "alert-octagon"],
  command: ["flow", "square"],
} as const satisfies Record<string, readonly [Family, string]>

type BuiltIn = keyof typeof builtInLooks

/** Says how a step looks, with the arguments as the author wrote them. */
export function lookOf({ statement }: StatementStep, source: string): StepLook {
  const show = (expression: Expression) => showExpression(expression, source)
  switch (statement.kind) {
    case "CommandStatement":
      return commandLook(statement.keyword, statement.operands, source, {})
    case "AssignStatement":
      return assignLook(statement, source)
    case "HearStatement":
      return hearLook(statement, source)
    case "IfStatement":
      return builtIn("IF", "if", { condition: show(statement.branches[0]!.condition) })
    case "SelectStatement":
      return builtIn("SELECT", "select", { subject: show(statement.subject) })
    case "CallStatement":
      return callLook(statement, source)
    case "ReturnStatement":
      return returnLook(statement, source)
    case "TextBlockStatement":
      return blockLook(statement, source)
    default:
      return loopLook(statement, source) ?? plainLook(statement, source)
  }
}

const builtIn = (keyword: string, titleKey: BuiltIn, values: StepLook["values"]): StepLook => {
  const [family, icon] = builtInLooks[titleKey]
  return { keyword, family, icon, titleKey: `steps.${snake(titleKey)}`, values }
}

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function commandLook(
  keyword: string,
  operands: Operands,
  source: string,
  extra: StepLook["values"],
): StepLook {
  const shown = Object.entries(operands).map(([name, operand]) => [
    name,
    showOperand(operand, source),
  ])
  const values = { ...Object.fromEntries(shown), ...extra }
  const canvas = findDefinition(keyword)?.canvas
  if (canvas === undefined) return { ...builtIn(keyword, "command", { ...values, keyword }) }
  const { family, icon, titleKey } = canvas
  if (titleKey !== "steps.command") return { keyword, family, icon, titleKey, values }
  const words = [keyword, Object.values(values).join(", ")].filter((each) => each !== "").join(" ")
  return { keyword, family, icon, titleKey, values: { ...values, keyword: words } }
}

export const findDefinition = (keyword: string): CommandKeyword | null => findCommand(keyword)

/** Commands that reach outside can fail for reasons that are nobody's mistake: they offer a way out. */
export function failsOutside(statement: Statement): boolean {
  const keyword = commandOf(statement)?.keyword
  const definition = keyword === undefined ? null : findDefinition(keyword)
  return definition?.runsOn === "server" && definition.effect === "outside"
}

/** The command of a statement: itself, or the value that is kept (`page = GET url`). */
export function commandOf(
  statement: Statement,
): { readonly keyword: string; readonly operands: Operands } | null {
  if (statement.kind === "CommandStatement") return statement
  if (statement.kind !== "AssignStatement" || statement.operator !== "=" || statement.isConst)
    return null
  return statement.value.kind === "CommandExpression" ? statement.value : null
}

type Of<K extends Statement["kind"]> = Extract<Statement, { readonly kind: K }>

function assignLook(statement: Of<"AssignStatement">, source: string): StepLook {
  const target = asWritten(statement.target, source)
  const command = commandOf(statement)
  if (command !== null) return commandLook(command.keyword, command.operands, source, { target })
  return builtIn("ASSIGN", "assign", {
    target,
    operator: statement.operator,
    value: showExpression(statement.value, source),
  })
}

function hearLook(statement: Of<"HearStatement">, source: string): StepLook {
  const { target, prompt, options, type } = statement
  const values = {
    target: target === null ? "" : asWritten(target, source),
    prompt: prompt === null ? "" : showExpression(prompt, source),
    type,
    options: wordsOf(options.map((option) => showExpression(option, source))),
  }
  if (options.length > 0) return builtIn("HEAR", "menu", values)
  return builtIn("HEAR", target === null ? "askNothing" : "ask", values)
}

function callLook(statement: Of<"CallStatement">, source: string): StepLook {
  const values = { args: wordsOf(statement.args.map((arg) => showExpression(arg, source))) }
  if (statement.path === null)
    return builtIn("CALL", "call", { ...values, name: statement.name ?? "" })
  return builtIn("CALL", "callPath", { ...values, path: showExpression(statement.path, source) })
}

function returnLook(statement: Of<"ReturnStatement">, source: string): StepLook {
  const { value, fields } = statement
  if (value !== null) return builtIn("RETURN", "return", { value: showExpression(value, source) })
  if (fields === null) return builtIn("RETURN", "returnNothing", {})
  return builtIn("RETURN", "return", { value: wordsOf(fields.map(({ key }) => key)) })
}

function blockLook(statement: Of<"TextBlockStatement">, source: string): StepLook {
  const text = showParts(statement.parts, source)
  if (statement.block === "TALK") return builtIn("BEGIN TALK", "longTalk", { text })
  if (statement.block === "SYSTEM PROMPT")
    return builtIn("BEGIN SYSTEM PROMPT", "systemPrompt", { text })
  const to = statement.header === null ? "" : showExpression(statement.header, source)
  return builtIn("BEGIN MAIL", "mail", { text, to })
}

function loopLook(statement: Statement, source: string): StepLook | null {
  const show = (expression: Expression) => showExpression(expression, source)
  switch (statement.kind) {
    case "ForEachStatement":
      return builtIn("FOR EACH", "forEach", {
        variable: statement.variable,
        list: show(statement.list),
      })
    case "ForStatement": {
      const { variable, from, to, step } = statement
      const by = step === null ? "" : show(step)
      return builtIn("FOR", "for", { variable, from: show(from), to: show(to), step: by })
    }
    case "WhileStatement":
      return builtIn("WHILE", "while", { condition: show(statement.condition) })
    case "DoStatement": {
      const { test } = statement
      if (test === null) return builtIn("DO", "do", {})
      return builtIn("DO", test.until ? "doUntil" : "doWhile", { condition: show(test.condition) })
    }
    case "ExitStatement":
      return builtIn("EXIT", "leaveLoop", { what: statement.what ?? "" })
    case "ContinueStatement":
      return builtIn("CONTINUE", "nextRound", { what: statement.what ?? "" })
    default:
      return null
  }
}

function plainLook(statement: Statement, source: string): StepLook {
  switch (statement.kind) {
    case "OnErrorStatement": {
      const keys = { goto: "onErrorGoto", resume: "onErrorResume", off: "onErrorOff" } as const
      return builtIn("ON ERROR", keys[statement.mode], {})
    }
    case "OnMessageStatement":
      return builtIn("ON MESSAGE", "onMessage", { texts: wordsOf(statement.texts) })
    case "OnSilenceStatement":
      return builtIn("ON SILENCE", "onSilence", { seconds: String(statement.seconds) })
    case "WithStatement": {
      const fields = wordsOf(statement.fields.map(({ name }) => name))
      return builtIn("WITH", "makeObject", { target: asWritten(statement.target, source), fields })
    }
    case "GosubStatement":
      return builtIn("GOSUB", "gosub", { label: statement.label })
    case "OptionStatement":
      return builtIn("OPTION", "option", { name: statement.name })
    case "ExpressionStatement":
      return builtIn("EVALUATE", "evaluate", { value: asWritten(statement.expression, source) })
    case "UnknownStatement":
      return builtIn("UNKNOWN", "unknown", { words: statement.words, text: statement.text })
    case "BrokenStatement":
      return builtIn("BROKEN", "broken", { text: statement.text })
    default:
      return declaredLook(statement, source)
  }
}

/** Declarations and the statements of workflows. */
function declaredLook(statement: Statement, source: string): StepLook {
  const show = (expression: Expression | null) =>
    expression === null ? "" : showExpression(expression, source)
  switch (statement.kind) {
    case "ParamStatement": {
      const values = { name: wordsOf(statement.names), type: statement.type ?? "" }
      return builtIn("PARAM", "param", { ...values, description: show(statement.description) })
    }
    case "DescriptionStatement":
      return builtIn("DESCRIPTION", "description", { text: show(statement.text) })
    case "TableStatement":
      return builtIn("TABLE", "table", { name: statement.name })
    case "IndexStatement":
      return builtIn("CREATE INDEX", "tableIndex", { text: statement.text })
    case "DimStatement":
      return builtIn("DIM", "dim", { names: wordsOf(statement.items.map(({ name }) => name)) })
    case "EventStatement": {
      const values = { word: statement.word ?? "", subject: show(statement.subject) }
      return builtIn("ON", "event", values)
    }
    case "DeferStatement":
      return builtIn("SCHEDULE IN", "defer", {
        amount: show(statement.amount),
        unit: statement.unit.toLowerCase(),
      })
    case "TryStatement":
      return builtIn("TRY", "try", {})
    case "ParallelStatement":
      return builtIn("PARALLEL", "parallel", { step: statement.step })
    case "StepStatement": {
      const { step, action, subject, task } = statement
      const key = action === "BOT" ? "botStep" : "approvalStep"
      return builtIn("STEP", key, { step, subject: show(subject), task: show(task) })
    }
    default:
      return builtIn("BROKEN", "broken", { text: "" })
  }
}
