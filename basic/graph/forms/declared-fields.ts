/** Settings of declarations, and of statements that run apart or when something fails. */
import type {
  DeferStatement,
  Expression,
  ParamStatement,
  Statement,
  StepStatement,
} from "../../ast/nodes.ts"
import type { Draft } from "../gestures/draft.ts"
import { refuse } from "../gestures/refuse.ts"
import { replaceText, rewriteStatement } from "../gestures/rewrite.ts"
import { asWritten } from "../show.ts"
import { expressionField } from "./control-fields.ts"
import { type Field, field, wantOptionalText, wantText } from "./field.ts"
import { fromWords, readExpression, readName, toWords } from "./words.ts"

/** Lists the fields of a declaration; null for other statements. */
export function declaredFields(id: string, statement: Statement, source: string): Field[] | null {
  switch (statement.kind) {
    case "ParamStatement":
      return paramFields(id, statement, source)
    case "DescriptionStatement":
      return [
        wordsField(id, "text", statement.text, source, (text) => ({
          ...statement,
          text: text ?? fromWords(""),
        })),
      ]
    case "TableStatement":
    case "IndexStatement":
    case "DimStatement":
      return [rawField(id, statement, source)]
    case "EventStatement":
      return statement.subject === null
        ? []
        : [expressionField(id, "subject", statement.subject, source)]
    case "DeferStatement":
      return [expressionField(id, "amount", statement.amount, source), unitField(id, statement)]
    case "StepStatement":
      return stepFields(id, statement, source)
    default:
      return null
  }
}

const paramTypes = [
  "STRING",
  "INTEGER",
  "NUMBER",
  "BOOLEAN",
  "DATE",
  "DATETIME",
  "EMAIL",
  "PHONE",
  "MONEY",
  "ARRAY",
  "OBJECT",
  "FILE",
] as const

function paramFields(id: string, statement: ParamStatement, source: string): Field[] {
  const set = (draft: Draft, change: Partial<ParamStatement>) =>
    rewriteStatement(draft, id, { ...statement, ...change })
  const optional = statement.names.length === 1
  const [name = ""] = statement.names
  const own: Field[] = optional
    ? [
        field("name", {
          editor: "name",
          isRequired: true,
          value: name,
          write: (draft, value) => set(draft, { names: [readName(wantText("name", value))] }),
        }),
      ]
    : []
  return [
    ...own,
    field("type", {
      editor: "select",
      options: paramTypes,
      value: statement.type ?? "STRING",
      write: (draft, value) => set(draft, { type: wantType(wantText("type", value)) }),
    }),
    wordsField(id, "description", statement.description, source, (description) => ({
      ...statement,
      description,
    })),
    wordsField(id, "example", statement.example, source, (example) => ({ ...statement, example })),
    field("presence", {
      editor: "select",
      options: ["REQUIRED", "OPTIONAL"],
      value: statement.presence ?? (statement.fallback === null ? "REQUIRED" : "OPTIONAL"),
      write: (draft, value) =>
        set(draft, {
          presence: wantText("presence", value) === "OPTIONAL" ? "OPTIONAL" : "REQUIRED",
        }),
    }),
    field("default", {
      editor: "expression",
      value: statement.fallback === null ? null : asWritten(statement.fallback, source),
      write: (draft, value) => {
        const text = wantOptionalText("default", value)
        return set(draft, { fallback: text === null ? null : readExpression(text) })
      },
    }),
  ]
}

function wantType(text: string): string {
  const type = text.trim().toUpperCase()
  return /^[A-Z][A-Z0-9_]*$/.test(type)
    ? type
    : refuse("basic.canvas_field_value", { field: "type", expected: "a type" })
}

/** A text that may be left out, edited as words; a number as it is written. */
function wordsField(
  id: string,
  name: string,
  value: Expression | null,
  source: string,
  change: (next: Expression | null) => Statement,
): Field {
  const isText = value === null || value.kind === "TextLiteral" || value.kind === "TemplateLiteral"
  return field(name, {
    editor: isText ? "text" : "expression",
    value: value === null ? null : isText ? toWords(value, source) : asWritten(value, source),
    write: (draft, next) => {
      const text = wantOptionalText(name, next)
      const made = text === null ? null : isText ? fromWords(text) : readExpression(text)
      return rewriteStatement(draft, id, change(made))
    },
  })
}

const units = ["SECONDS", "MINUTES", "HOURS", "DAYS", "WEEKS"] as const

const unitField = (id: string, statement: DeferStatement): Field =>
  field("unit", {
    editor: "select",
    isRequired: true,
    options: units,
    value: statement.unit,
    write: (draft, value) => {
      const unit = units.find((each) => each === wantText("unit", value))
      if (unit === undefined)
        return refuse("basic.canvas_field_value", { field: "unit", expected: "a unit of time" })
      const rest = { start: statement.amount.span.end, end: statement.span.end }
      const written = draft.source.slice(rest.start, rest.end)
      return replaceText(draft, id, rest, written.replace(/^(\)*\s*)\p{L}+/u, `$1${unit}`))
    },
  })

function stepFields(id: string, statement: StepStatement, source: string): Field[] {
  const fields: Field[] = []
  if (statement.subject !== null)
    fields.push(expressionField(id, "subject", statement.subject, source))
  if (statement.task !== null) fields.push(expressionField(id, "task", statement.task, source))
  return fields
}

/** What follows rules of its own is edited as it is written. */
const rawField = (id: string, statement: Statement, source: string): Field =>
  field("lines", {
    editor: "longText",
    isRequired: true,
    value: source.slice(statement.span.start, statement.span.end),
    write: (draft, value) => {
      const text = wantText("lines", value).trim()
      if (text === "") refuse("basic.canvas_field_value", { field: "lines", expected: "a line" })
      return replaceText(draft, id, statement.span, text)
    },
  })
