import type {
  Block,
  DeferStatement,
  EventStatement,
  Expression,
  ParallelStatement,
  StepStatement,
  TableStatement,
  TryStatement,
} from "../ast/nodes.ts"
import { closedLevel, print, printExpression } from "./expression.ts"
import { type Page, step } from "./page.ts"

const closed = (value: Expression) =>
  print(value, { level: closedLevel, isInList: true, indent: null })

/** Prints the blocks of declarations, of TRY and of workflows. */
export function printDeclaredBlock(
  page: Page,
  statement:
    | TableStatement
    | EventStatement
    | DeferStatement
    | TryStatement
    | StepStatement
    | ParallelStatement,
  indent: number,
) {
  const head = (text: string) => page.head(indent, text, statement.trailing)
  const body = (block: Block) => page.block(indent + step, block)
  switch (statement.kind) {
    case "TableStatement":
      return printTable(page, statement, indent)
    case "EventStatement":
      head(printEvent(statement))
      if (statement.body === null) return
      body(statement.body)
      return page.line(indent, "END ON")
    case "DeferStatement":
      head(`SCHEDULE IN ${closed(statement.amount)} ${statement.unit} DO`)
      body(statement.body)
      return page.line(indent, "END SCHEDULE")
    case "TryStatement":
      head("TRY")
      body(statement.body)
      if (statement.handler !== null) {
        page.line(indent, statement.variable === null ? "CATCH" : `CATCH ${statement.variable}`)
        body(statement.handler)
      }
      return page.line(indent, "END TRY")
    case "ParallelStatement":
      head(`STEP ${statement.step}: PARALLEL`)
      body(statement.body)
      return page.line(indent, "END PARALLEL")
    case "StepStatement":
      return printStep(page, statement, indent)
  }
}

function printTable(page: Page, statement: TableStatement, indent: number) {
  const { name, connection, readRoles, writeRoles, lines, closing } = statement
  const parts = [
    `TABLE ${printName(name)}`,
    connection === null ? null : `ON ${printName(connection)}`,
    readRoles === null ? null : `READ BY "${readRoles}"`,
    writeRoles === null ? null : `WRITE BY "${writeRoles}"`,
  ]
  // A comment behind a line of a table is marked as in SQL: there a ' would open a text.
  const line = (at: number, text: string, trailing: string | null) =>
    page.line(at, trailing === null ? text : `${text} -- ${trailing}`.trimEnd())
  line(indent, parts.filter((part) => part !== null).join(" "), statement.trailing)
  for (const field of lines) {
    page.trivia(indent + step, field.leading)
    line(indent + step, field.text, field.trailing)
  }
  page.trivia(indent + step, closing)
  page.line(indent, "END TABLE")
}

const plainName = /^[\p{L}\p{N}_.]+$/u
const printName = (name: string): string => (plainName.test(name) ? name : `"${name}"`)

function printEvent({ word, subject, filters, call }: EventStatement): string {
  const parts = [
    word === null ? "ON" : `ON ${word}`,
    subject === null ? null : closed(subject),
    ...filters.map(({ key, value }) => `${key} ${closed(value)}`),
    call === null ? null : `CALL ${call}`,
  ]
  return parts.filter((part) => part !== null).join(" ")
}

function printStep(page: Page, statement: StepStatement, indent: number) {
  const { word, step: name, action, subject, task, timeout, onTimeout } = statement
  const to = subject === null ? "" : `${action === "BOT" ? " " : " FROM "}${closed(subject)}`
  const what =
    task === null ? "" : ` ${action === "BOT" && isSide(task) ? "" : "TO "}${printExpression(task)}`
  page.head(indent, `${word} ${name}: ${action}${to}${what}`, statement.trailing)
  if (timeout !== null) page.line(indent + step, `TIMEOUT ${printExpression(timeout)}`)
  if (onTimeout !== null) page.line(indent + step, `ON TIMEOUT: ${onTimeout}`.trimEnd())
}

/** A text beside the bot's name can be nothing but the task. */
const isSide = (task: Expression): boolean =>
  task.kind === "TextLiteral" || task.kind === "TemplateLiteral"
