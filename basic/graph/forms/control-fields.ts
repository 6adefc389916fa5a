/** Settings of IF, SELECT and the loops: parts of their first lines; the bodies are not touched. */
import type {
  Expression,
  ForEachStatement,
  ForStatement,
  SelectStatement,
  Statement,
} from "../../ast/nodes.ts"
import type { Span } from "../../source/span.ts"
import { addCase, removeCase } from "../gestures/branches.ts"
import { type Draft, locate, revise } from "../gestures/draft.ts"
import { refuse } from "../gestures/refuse.ts"
import { closerLine } from "../gestures/regions.ts"
import { replaceText } from "../gestures/rewrite.ts"
import { lineEnd } from "../lines.ts"
import type { FieldEditor, FieldValue } from "../model.ts"
import { asWritten, wholeSpan } from "../show.ts"
import { type Field, field, wantText, wantTexts } from "./field.ts"
import { readExpression, readName, splitWords, toWords, wordsText } from "./words.ts"

/** Lists the fields of a statement with bodies; null for other statements. */
export function controlFields(id: string, statement: Statement, source: string): Field[] | null {
  switch (statement.kind) {
    case "IfStatement":
      return statement.branches.map(({ condition }, index) => {
        const name = index === 0 ? "condition" : `condition:${index}`
        return expressionField(id, name, condition, source, "condition")
      })
    case "SelectStatement":
      return [
        expressionField(id, "subject", statement.subject, source),
        casesField(id, statement, source),
      ]
    case "ForEachStatement":
      return [loopVariable(id, statement), expressionField(id, "list", statement.list, source)]
    case "ForStatement": {
      const { from, to, step } = statement
      const ends = [
        expressionField(id, "from", from, source),
        expressionField(id, "to", to, source),
      ]
      return [loopVariable(id, statement), ...ends, stepField(id, to, step, source)]
    }
    case "WhileStatement":
      return [expressionField(id, "condition", statement.condition, source, "condition")]
    case "DoStatement":
      return statement.test === null
        ? []
        : [expressionField(id, "condition", statement.test.condition, source, "condition")]
    default:
      return null
  }
}

/** Replaces an expression where it stands; it is read before it is written. */
export const expressionField = (
  id: string,
  name: string,
  expression: Expression,
  source: string,
  editor: FieldEditor = "expression",
): Field =>
  field(name, {
    editor,
    isRequired: true,
    value: asWritten(expression, source),
    write: (draft, value) => {
      const text = wantText(name, value).trim()
      if (text === "") refuse("basic.canvas_field_value", { field: name, expected: "a value" })
      readExpression(text)
      return replaceText(draft, id, wholeSpan(expression, draft.source), text)
    },
  })

const stepField = (id: string, to: Expression, step: Expression | null, source: string): Field =>
  field("step", {
    editor: "expression",
    value: step === null ? null : asWritten(step, source),
    write: (draft, value) => {
      const text = value === null ? "" : wantText("step", value).trim()
      const { end: start } = wholeSpan(to, draft.source)
      const end = step === null ? start : wholeSpan(step, draft.source).end
      if (text !== "") readExpression(text)
      const words = text === "" ? "" : ` STEP ${text}`
      return replaceText(draft, id, { start, end }, words)
    },
  })

/** The name stands in the first line, and perhaps again behind NEXT. */
const loopVariable = (id: string, { variable }: ForEachStatement | ForStatement): Field =>
  field("variable", {
    editor: "name",
    isRequired: true,
    value: variable,
    write: (draft, value) => {
      const name = readName(wantText("variable", value))
      const owner = locate(draft, id)!
      const { start } = owner.statement.span
      const closer = closerLine(draft, owner)
      const places = [findName(draft, start, variable), findName(draft, closer, variable)]
      const edits = places.flatMap((span) => (span === null ? [] : [{ span, text: name }]))
      return revise(draft, edits)
    },
  })

/** Finds a name as a whole word behind FOR, EACH or NEXT on the line of `at`. */
function findName(draft: Draft, at: number, name: string): Span | null {
  const line = draft.source.slice(at, lineEnd(draft.source, at))
  const head = /^\s*(?:for\s+each|for|next)\s+/i.exec(line)?.[0]
  if (head === undefined || !line.slice(head.length).startsWith(name)) return null
  return { start: at + head.length, end: at + head.length + name.length }
}

/** One entry a case: plain words for a text, `${...}` for anything else. */
function casesField(id: string, { cases }: SelectStatement, source: string): Field {
  const shown = cases.map(({ values }) => caseWords(values, source))
  return field("cases", {
    editor: "textList",
    value: shown,
    write: (draft, value) => writeCases(draft, id, shown, wantTexts("cases", value)),
  })
}

function caseWords(values: readonly Expression[], source: string): string {
  const [only, ...more] = values
  if (only !== undefined && more.length === 0) return toWords(only, source)
  return `\${${values.map((value) => asWritten(value, source)).join(", ")}}`
}

/** Changed entries change their CASE line, missing ones go with their bodies, further ones are added. */
function writeCases(
  draft: Draft,
  id: string,
  old: readonly string[],
  next: readonly string[],
): Draft {
  const texts = next.map(caseText)
  let changed = draft
  if (next.length < old.length) {
    const gone = old.findIndex((words, at) => words !== next[at])
    return removeCase(changed, id, gone === -1 ? old.length - 1 : gone)
  }
  old.forEach((words, at) => {
    if (words !== next[at]) changed = writeCase(changed, id, at, texts[at]!)
  })
  for (const text of texts.slice(old.length)) changed = addCase(changed, id, text, null)
  return changed
}

function writeCase(draft: Draft, id: string, index: number, text: string): Draft {
  const { statement } = locate(draft, id)!
  if (statement.kind !== "SelectStatement") return draft
  const { values } = statement.cases[index]!
  const { start } = wholeSpan(values[0]!, draft.source)
  const span = { start, end: wholeSpan(values.at(-1)!, draft.source).end }
  return replaceText(draft, id, span, text)
}

function caseText(words: FieldValue): string {
  const text = wantText("cases", words)
  const list = /^\$\{(.+)\}$/s.exec(text)?.[1]
  if (list === undefined) return wordsText(text)
  if (splitWords(text).length === 1) return list.trim()
  readExpression(`[${list}]`)
  return list.trim()
}
