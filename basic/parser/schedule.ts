import type { Expression, Operands } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import type { BareStatement } from "./bare.ts"
import { countPhrase } from "./block-words.ts"
import { readExpression } from "./expressions.ts"
import { normalName } from "./normal-name.ts"
import { isOperandStart } from "./operand-start.ts"
import { failMissingOperand } from "./operands.ts"
import type { LineReader } from "./reader.ts"

const firstWords: ReadonlySet<string> = new Set(
  "EVERY HOURLY DAILY WEEKLY MONTHLY YEARLY ANNUALLY AT WEEKDAYS WEEKENDS BUSINESS".split(" "),
)
const cron = /^\s*[\d*][\d*/,?LW#A-Z-]*(?:\s+[\d*?A-Z][\d*/,?LW#A-Z-]*){4,5}\s*$/i

/** Says whether a text is when something happens rather than a name: cron, or words like "every monday". */
export const looksLikeSchedule = (text: string): boolean =>
  cron.test(text) || firstWords.has((/^\s*([A-Za-z]+)/.exec(text)?.[1] ?? "").toUpperCase())

/**
 * `SET SCHEDULE when`, `when, script[, argument]`, `when ON date, script`, `name, when`; the same without
 * commas, and `when` in words without quotes. Null when SET begins another statement.
 */
export function readSchedule(reader: LineReader): BareStatement | null {
  const count = Math.max(
    countPhrase(reader.tokens.slice(reader.index), "SET SCHEDULE"),
    countPhrase(reader.tokens.slice(reader.index), "SET SCHEDULER"),
  )
  if (count === 0) return null
  const behind = reader.peek(count)
  if (behind.kind === "symbol" && ["=", ".", "["].includes(behind.text)) return null
  reader.index += count
  if (reader.isAtEnd()) failMissingOperand(reader, "SET SCHEDULE", 'SET SCHEDULE "0 9 * * *"')
  const { values, date } = readValues(reader)
  return {
    kind: "CommandStatement",
    keyword: "SET SCHEDULE",
    operands: nameOperands(values, date),
    failGoto: null,
  }
}

function readValues(reader: LineReader): { values: Expression[]; date: Expression | null } {
  const values = [readWords(reader) ?? readExpression(reader)]
  let date: Expression | null = null
  let isNoted = false
  for (;;) {
    reader.isInList = true
    if (date === null && values.length === 1 && reader.takeWord("ON")) date = readExpression(reader)
    else if (reader.takeSymbol(",")) values.push(readExpression(reader))
    else if (!isDoAtEnd(reader) && isOperandStart(reader)) {
      if (!isNoted) noteMissingComma(reader)
      isNoted = true
      values.push(readExpression(reader))
    } else break
  }
  reader.takeWord("DO")
  reader.isInList = false
  const [, second, third] = values
  const isDated = date === null && third?.kind === "TextLiteral" && second?.kind !== "TextLiteral"
  return isDated && second !== undefined
    ? { values: values.filter((value) => value !== second), date: second }
    : { values, date }
}

/** `SET SCHEDULE "0 9 * * *" DO`, as SCHEDULE IN has it. */
const isDoAtEnd = (reader: LineReader): boolean =>
  reader.isWord("DO") && reader.peek(1).kind === "end"

function noteMissingComma(reader: LineReader) {
  const at = { start: reader.lastEnd(), end: reader.lastEnd() }
  const token = reader.peek()
  const edits = [{ span: at, text: "," }]
  reader.note(
    "basic.juxtaposed_operands",
    { start: token.start, end: token.end },
    { keyword: "SET SCHEDULE" },
    { title: "Put a comma between them", edits },
  )
}

/** `every 1 hour`, in words that are no variable. */
function readWords(reader: LineReader): Expression | null {
  const token = reader.peek()
  if (token.kind !== "word" || !firstWords.has(token.upper)) return null
  if (reader.context.assigned.has(normalName(token.text))) return null
  const next = reader.peek(1)
  if (next.kind === "symbol" && next.text !== ",") return null
  while (!reader.isAtEnd() && !reader.isSymbol(",") && reader.peek().kind !== "text") {
    reader.failAtText()
    reader.take()
  }
  const span = reader.spanFrom(token.start)
  const value = asWritten(reader.context.source, span.start, span.end).replace(/\s+/g, " ")
  return { kind: "TextLiteral", value, isMultiline: false, span }
}

const isScheduleName = (value: Expression): boolean =>
  value.kind === "TextLiteral" && !looksLikeSchedule(value.value)
const isScheduleText = (value: Expression | undefined): value is Expression =>
  value?.kind === "TextLiteral" && looksLikeSchedule(value.value)

function nameOperands(values: readonly Expression[], date: Expression | null): Operands {
  const [first, second, third, fourth] = values
  if (first === undefined) return {}
  const isNamed = date === null && isScheduleName(first) && isScheduleText(second)
  const named = isNamed ? second : null
  const [script, argument] = named === null ? [second, third] : [third, fourth]
  const operands: Record<string, Expression> =
    named === null ? { when: first } : { name: first, when: named }
  if (date !== null) operands.date = date
  if (script !== undefined) operands.script = script
  if (argument !== undefined) operands.argument = argument
  return operands
}
