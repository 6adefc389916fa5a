import type {
  CallStatement,
  CommandStatement,
  Expression,
  HearStatement,
  ReturnStatement,
  Statement,
} from "../ast/nodes.ts"
import { levels } from "../parser/expressions.ts"
import { printDeclaration } from "./declaration.ts"
import { closedLevel, print, printExpression } from "./expression.ts"
import { clauseWordsOf, printOperands } from "./operands.ts"
import { quoteText } from "./text.ts"

/** Statements that have bodies or text of their own, and are printed elsewhere. */
export type BlockStatement = Extract<
  Statement,
  {
    kind:
      | "IfStatement"
      | "ForEachStatement"
      | "ForStatement"
      | "WhileStatement"
      | "DoStatement"
      | "SelectStatement"
      | "ProcedureStatement"
      | "WithStatement"
      | "TextBlockStatement"
      | "TableStatement"
      | "EventStatement"
      | "DeferStatement"
      | "TryStatement"
      | "StepStatement"
      | "ParallelStatement"
  }
>
export type LineStatement = Exclude<Statement, BlockStatement>

/** Prints a statement without a body. `indent` is that of its line, or null when it must stay on one line. */
export function printLine(statement: LineStatement, indent: number | null): string {
  const full = (value: Expression, isInList = false) => print(value, { level: 0, isInList, indent })
  switch (statement.kind) {
    case "AssignStatement": {
      const noise = statement.isConst ? "CONST " : ""
      const sign = `${printExpression(statement.target)} ${statement.operator}`
      return `${noise}${sign} ${full(statement.value)}${printFailGoto(statement.failGoto)}`
    }
    case "CommandStatement":
      return printCommand(statement, indent)
    case "UnknownStatement":
    case "BrokenStatement":
      return statement.text
    case "ExpressionStatement":
      return full(statement.expression)
    case "CallStatement":
      return printCall(statement, full)
    case "ExitStatement":
      return statement.what === null ? "BREAK" : `EXIT ${statement.what}`
    case "ContinueStatement":
      return statement.what === null ? "CONTINUE" : `CONTINUE ${statement.what}`
    case "ReturnStatement":
      return printReturn(statement, full)
    case "StopStatement":
      return statement.word
    case "LabelStatement":
      return `${statement.name}:`
    case "GotoStatement":
      return `GOTO ${statement.label}`
    case "GosubStatement":
      return `GOSUB ${statement.label}`
    case "OnErrorStatement":
      if (statement.mode === "resume") return "ON ERROR RESUME NEXT"
      return `ON ERROR GOTO ${statement.mode === "off" ? "0" : (statement.label ?? "0")}`
    case "OnMessageStatement":
      return `ON MESSAGE ${statement.texts.map((text) => quoteText(text, false)).join(", ")} GOTO ${statement.label}`
    case "OnSilenceStatement":
      return `ON SILENCE ${statement.seconds} GOTO ${statement.label}`
    case "HearStatement":
      return printHear(statement, indent)
    case "OptionStatement":
      return `OPTION ${statement.name}`
    case "ParamStatement":
    case "DescriptionStatement":
    case "IndexStatement":
    case "DimStatement":
      return printDeclaration(statement)
  }
}

type PrintFull = (value: Expression, isInList?: boolean) => string

const printFailGoto = (label: string | null): string =>
  label === null ? "" : ` ELSE GOTO ${label}`

function printCommand(
  { keyword, operands, failGoto }: CommandStatement,
  indent: number | null,
): string {
  const stopWords = clauseWordsOf(keyword)
  const printed = printOperands(
    keyword,
    operands,
    (value, isInList, isLast) =>
      print(value, { level: isLast ? 0 : closedLevel, isInList, indent, stopWords }),
    (value, isInList) => print(value, { level: levels.additive, isInList, indent, stopWords }),
  )
  return printed + printFailGoto(failGoto)
}

function printCall({ name, path, args, failGoto }: CallStatement, full: PrintFull): string {
  const list = args.map((arg) => full(arg, true))
  const target =
    name === null
      ? ["CALL ", [path === null ? '""' : full(path), ...list].join(", ")].join("")
      : `CALL ${name}${list.length === 0 ? "" : `(${list.join(", ")})`}`
  return target + printFailGoto(failGoto)
}

function printReturn({ value, fields }: ReturnStatement, full: PrintFull): string {
  if (fields !== null)
    return `RETURN WITH ${fields.map((field) => `${field.key} AS ${full(field.value, true)}`).join(", ")}`
  return value === null ? "RETURN" : `RETURN ${full(value)}`
}

/** Variables whose names HEAR would read as its own words. */
const hearWords = new Set(["AS", "WITH", "DEFAULT", "TIMEOUT", "GOTO", "NOWAIT", "FROM"])

function printHear(statement: HearStatement, indent: number | null): string {
  const closed = (value: Expression) =>
    print(value, { level: closedLevel, isInList: false, indent, stopWords: hearWords })
  const { target, prompt, fallback, timeout, from } = statement
  const variable = target === null ? "" : printExpression(target)
  const isClash = hearWords.has(variable.toUpperCase())
  const head = isClash ? `${variable} = HEAR` : `HEAR${variable === "" ? "" : ` ${variable}`}`
  const type = printType(statement)
  const parts = [
    head,
    type === "" ? null : `AS ${type}`,
    from === undefined ? null : `FROM ${closed(from)}`,
    prompt === null ? null : `WITH ${closed(prompt)}`,
    fallback === null ? null : `DEFAULT ${closed(fallback)}`,
    timeout === null ? null : `TIMEOUT ${closed(timeout.seconds)}`,
    timeout === null || timeout.label === null ? null : `GOTO ${timeout.label}`,
  ]
  return parts.filter((part) => part !== null).join(" ")
}

function printType({ type, options, acceptsOther, entity }: HearStatement): string {
  if (entity !== undefined) return `ENTITY ${quoteText(entity, false)}`
  if (type !== "MENU") return type === "TEXT" ? "" : type
  const list = options.map((option) =>
    print(option, { level: closedLevel, isInList: true, indent: null, stopWords: hearWords }),
  )
  if (acceptsOther) list.push("*")
  const isPlain = list[0]?.startsWith('"') === true
  return `${isPlain ? "" : "MENU "}${list.join(", ")}`
}
