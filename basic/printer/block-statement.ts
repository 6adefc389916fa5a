import type {
  Block,
  Expression,
  IfStatement,
  SelectStatement,
  Statement,
  TextBlockStatement,
  WithStatement,
} from "../ast/nodes.ts"
import { printDeclaredBlock } from "./declared-block.ts"
import { closedLevel, print, printExpression } from "./expression.ts"
import { type Page, step } from "./page.ts"
import { type BlockStatement, type LineStatement, printLine } from "./statement.ts"
import { escapeBlockText } from "./text.ts"

const rangeWords: ReadonlySet<string> = new Set(["TO", "STEP"])

/** An expression with more words of the statement behind it. */
const printClosed = (value: Expression): string =>
  print(value, { level: closedLevel, isInList: false, indent: null, stopWords: rangeWords })

/** Prints a statement with a body or text of its own. */
export function printBlockStatement(page: Page, statement: BlockStatement, indent: number) {
  const body = (block: Block) => page.block(indent + step, block)
  const head = (text: string) => page.head(indent, text, statement.trailing)
  switch (statement.kind) {
    case "IfStatement":
      return printIf(page, statement, indent)
    case "ForEachStatement":
      head(`FOR EACH ${statement.variable} IN ${printExpression(statement.list)}`)
      body(statement.body)
      return page.line(indent, "NEXT")
    case "ForStatement": {
      const by = statement.step === null ? "" : ` STEP ${printClosed(statement.step)}`
      const range = `${printClosed(statement.from)} TO ${printClosed(statement.to)}`
      head(`FOR ${statement.variable} = ${range}${by}`)
      body(statement.body)
      return page.line(indent, "NEXT")
    }
    case "WhileStatement":
      head(`WHILE ${printExpression(statement.condition)}`)
      body(statement.body)
      return page.line(indent, "WEND")
    case "DoStatement": {
      const { test } = statement
      const words =
        test === null ? "" : ` ${test.until ? "UNTIL" : "WHILE"} ${printExpression(test.condition)}`
      head(test?.at === "start" ? `DO${words}` : "DO")
      body(statement.body)
      return page.head(indent, test?.at === "end" ? `LOOP${words}` : "LOOP", null)
    }
    case "SelectStatement":
      return printSelect(page, statement, indent)
    case "ProcedureStatement": {
      const params = statement.params.length === 0 ? "" : `(${statement.params.join(", ")})`
      head(`${statement.word} ${statement.name}${params}`)
      body(statement.body)
      return page.line(indent, `END ${statement.word}`)
    }
    case "WithStatement":
      return printWith(page, statement, indent)
    case "TextBlockStatement":
      return printTextBlock(page, statement, indent)
    default:
      return printDeclaredBlock(page, statement, indent)
  }
}

function printIf(page: Page, statement: IfStatement, indent: number) {
  const inline = statement.isInline ? printInlineIf(statement) : null
  if (inline !== null) return page.head(indent, inline, statement.trailing)
  statement.branches.forEach(({ condition, body }, index) => {
    const text = `${index === 0 ? "IF" : "ELSE IF"} ${printExpression(condition)} THEN`
    if (index === 0) page.head(indent, text, statement.trailing)
    else page.line(indent, text)
    page.block(indent + step, body)
  })
  if (statement.otherwise !== null) {
    page.line(indent, "ELSE")
    page.block(indent + step, statement.otherwise)
  }
  page.line(indent, "END IF")
}

/** `IF c THEN statement [ELSE statement]`, or null when a part of it needs lines of its own. */
function printInlineIf(statement: IfStatement): string | null {
  const [branch] = statement.branches
  if (branch === undefined || statement.branches.length > 1) return null
  const then = printInlineBody(branch.body, statement.otherwise !== null)
  const otherwise = statement.otherwise === null ? "" : printInlineBody(statement.otherwise, false)
  if (then === null || otherwise === null) return null
  const tail = statement.otherwise === null ? "" : ` ELSE ${otherwise}`
  return `IF ${printExpression(branch.condition)} THEN ${then}${tail}`
}

function printInlineBody({ statements, closing }: Block, isBeforeElse: boolean): string | null {
  const [only] = statements
  const isAlone = only !== undefined && statements.length === 1 && closing.length === 0
  if (!isAlone || only.leading.length > 0 || only.trailing !== null) return null
  if (only.kind === "IfStatement")
    return only.isInline && !(isBeforeElse && only.otherwise === null) ? printInlineIf(only) : null
  if (isBlock(only) || only.kind === "LabelStatement" || only.kind === "BrokenStatement")
    return null
  if ("failGoto" in only && only.failGoto !== null) return null
  return printLine(only, null)
}

const blockKinds: ReadonlySet<Statement["kind"]> = new Set<BlockStatement["kind"]>([
  "IfStatement",
  "ForEachStatement",
  "ForStatement",
  "WhileStatement",
  "DoStatement",
  "SelectStatement",
  "ProcedureStatement",
  "WithStatement",
  "TextBlockStatement",
  "TableStatement",
  "EventStatement",
  "DeferStatement",
  "TryStatement",
  "StepStatement",
  "ParallelStatement",
])

export const isBlock = (statement: Statement): statement is BlockStatement =>
  blockKinds.has(statement.kind)

export const isLine = (statement: Statement): statement is LineStatement => !isBlock(statement)

function printSelect(page: Page, statement: SelectStatement, indent: number) {
  const word = statement.word === "SWITCH" ? "SWITCH" : "SELECT CASE"
  page.head(indent, `${word} ${printExpression(statement.subject)}`, statement.trailing)
  const inside = indent + step
  for (const { values, body, leading, trailing } of statement.cases) {
    page.trivia(inside, leading)
    const list = values.map((value) => print(value, { level: 0, isInList: true, indent: null }))
    page.head(inside, `CASE ${list.join(", ")}`, trailing)
    page.block(inside + step, body)
  }
  if (statement.otherwise !== null) {
    page.trivia(inside, statement.otherwise.leading)
    page.head(
      inside,
      statement.word === "SWITCH" ? "DEFAULT" : "CASE ELSE",
      statement.otherwise.trailing,
    )
    page.block(inside + step, statement.otherwise.body)
  }
  page.line(indent, `END ${statement.word}`)
}

function printWith(page: Page, statement: WithStatement, indent: number) {
  page.head(indent, `WITH ${printExpression(statement.target)}`, statement.trailing)
  const inside = indent + step
  for (const { name, value, leading, trailing } of statement.fields) {
    page.trivia(inside, leading)
    const printed = print(value, { level: 0, isInList: false, indent: inside })
    page.head(inside, `${name} = ${printed}`, trailing)
  }
  page.trivia(inside, statement.closing)
  page.line(indent, "END WITH")
}

function printTextBlock(page: Page, statement: TextBlockStatement, indent: number) {
  const { block, header, parts } = statement
  const to = header === null ? "" : ` ${printExpression(header)}`
  page.head(indent, `BEGIN ${block}${to}`, statement.trailing)
  const text = parts
    .map((part, index) =>
      typeof part === "string"
        ? escapeBlockText(part, typeof parts[index + 1] === "object")
        : `\${${printExpression(part)}}`,
    )
    .join("")
  if (parts.length > 0)
    for (const line of text.split("\n")) page.line(line === "" ? 0 : indent, line)
  page.line(indent, `END ${block}`)
}
