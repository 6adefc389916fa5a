/** Settings of the other statements with grammar of their own. */
import type { Expression, Statement } from "../../ast/nodes.ts"
import type { Draft } from "../gestures/draft.ts"
import { refuse } from "../gestures/refuse.ts"
import { replaceText, rewriteStatement } from "../gestures/rewrite.ts"
import type { FieldValue } from "../model.ts"
import { asWritten, showParts, wholeSpan } from "../show.ts"
import { readPairs } from "./command-fields.ts"
import { expressionField } from "./control-fields.ts"
import { type Field, field, wantNumber, wantOptionalText, wantText, wantTexts } from "./field.ts"
import { readExpression, readPlace, splitWords, toWords, wordsText } from "./words.ts"

type Of<K extends Statement["kind"]> = Extract<Statement, { readonly kind: K }>

/** Lists the fields of a statement; a step that has nothing to set has none. */
export function statementFields(id: string, statement: Statement, draft: Draft): Field[] {
  const { source } = draft
  switch (statement.kind) {
    case "AssignStatement":
      return [targetField(id, statement.target, source), valueField(id, statement.value, source)]
    case "TextBlockStatement":
      return blockFields(id, statement, source)
    case "CallStatement":
      return callFields(id, statement, draft)
    case "ReturnStatement":
      return returnFields(id, statement, source)
    case "WithStatement":
      return [targetField(id, statement.target, source), objectField(id, statement, source)]
    case "OnMessageStatement":
      return [textsField(id, statement)]
    case "OnSilenceStatement":
      return [secondsField(id, statement)]
    case "ExpressionStatement":
      return [expressionField(id, "value", statement.expression, source)]
    case "UnknownStatement":
    case "BrokenStatement":
      return [rawField(id, statement, source)]
    default:
      return []
  }
}

const targetField = (id: string, target: Expression, source: string): Field =>
  field("variable", {
    editor: "name",
    isRequired: true,
    value: asWritten(target, source),
    write: (draft, value) => {
      const text = wantText("variable", value).trim()
      readPlace(text)
      return replaceText(draft, id, wholeSpan(target, draft.source), text)
    },
  })

/** A text is edited as words, anything else as it is written. */
export function valueField(id: string, value: Expression, source: string, name = "value"): Field {
  const isText = value.kind === "TextLiteral" || value.kind === "TemplateLiteral"
  if (!isText) return expressionField(id, name, value, source)
  return field(name, {
    editor: "text",
    isRequired: true,
    value: toWords(value, source),
    write: (draft, next) =>
      replaceText(draft, id, wholeSpan(value, draft.source), wordsText(wantText(name, next))),
  })
}

function blockFields(id: string, statement: Of<"TextBlockStatement">, source: string): Field[] {
  const { header, parts } = statement
  const text = field("text", {
    editor: "longText",
    isRequired: true,
    value: showParts(parts, source),
    write: (draft, value) => {
      const words = splitWords(wantText("text", value).replace(/\r\n?/g, "\n"))
      return rewriteStatement(draft, id, { ...statement, parts: words.length === 0 ? [""] : words })
    },
  })
  return header === null ? [text] : [valueField(id, header, source, "to"), text]
}

function callFields(id: string, statement: Of<"CallStatement">, draft: Draft): Field[] {
  const { source } = draft
  const args = field("args", {
    editor: "expression",
    value: statement.args.map((arg) => asWritten(arg, source)).join(", "),
    write: (next, value) => {
      const list = readExpression(`[${wantOptionalText("args", value) ?? ""}]`)
      const items = list.kind === "ArrayLiteral" ? list.items : []
      return rewriteStatement(next, id, { ...statement, args: items })
    },
  })
  const { path } = statement
  return path === null
    ? [procedureField(id, statement, draft), args]
    : [valueField(id, path, source, "path"), args]
}

function procedureField(id: string, statement: Of<"CallStatement">, draft: Draft): Field {
  const names = draft.steps.flatMap(({ statement: other }) =>
    other.kind === "ProcedureStatement" ? [other.name] : [],
  )
  return field("name", {
    editor: "select",
    isRequired: true,
    options: names,
    value: statement.name,
    write: (next, value) => {
      const name = wantText("name", value)
      const known = names.find((other) => other.toLowerCase() === name.toLowerCase())
      if (known === undefined) {
        refuse("basic.canvas_field_value", { field: "name", expected: "the name of a flow" })
      }
      return rewriteStatement(next, id, { ...statement, name: known })
    },
  })
}

function returnFields(id: string, statement: Of<"ReturnStatement">, source: string): Field[] {
  const { value, fields } = statement
  if (fields !== null) {
    const shown = fields.map((entry) => ({
      name: entry.key,
      value: asWritten(entry.value, source),
    }))
    const write = (draft: Draft, next: FieldValue) =>
      rewriteStatement(draft, id, { ...statement, fields: readPairs("fields", next) })
    return [field("fields", { editor: "fields", value: shown, write })]
  }
  return [
    field("value", {
      editor: "expression",
      value: value === null ? null : asWritten(value, source),
      write: (draft, next) => {
        const text = wantOptionalText("value", next)
        return rewriteStatement(draft, id, {
          ...statement,
          value: text === null ? null : readExpression(text),
        })
      },
    }),
  ]
}

/** Lines of the block keep their comments as long as their field is there. */
function objectField(id: string, statement: Of<"WithStatement">, source: string): Field {
  const shown = statement.fields.map(({ name, value }) => ({
    name,
    value: asWritten(value, source),
  }))
  return field("fields", {
    editor: "fields",
    value: shown,
    write: (draft, next) => {
      const fields = readPairs("fields", next).map(({ key, value }) => {
        const old = statement.fields.find(({ name }) => name === key)
        readPlace(key)
        return { name: key, value, leading: old?.leading ?? [], trailing: old?.trailing ?? null }
      })
      return rewriteStatement(draft, id, { ...statement, fields })
    },
  })
}

const textsField = (id: string, statement: Of<"OnMessageStatement">): Field =>
  field("texts", {
    editor: "textList",
    isRequired: true,
    value: statement.texts,
    write: (draft, value) => {
      const texts = wantTexts("texts", value).filter((text) => text.trim() !== "")
      if (texts.length === 0) {
        refuse("basic.canvas_field_value", { field: "texts", expected: "at least one text" })
      }
      return rewriteStatement(draft, id, { ...statement, texts })
    },
  })

const secondsField = (id: string, statement: Of<"OnSilenceStatement">): Field =>
  field("seconds", {
    editor: "number",
    isRequired: true,
    unit: "s",
    value: statement.seconds,
    write: (draft, value) =>
      rewriteStatement(draft, id, { ...statement, seconds: wantNumber("seconds", value) }),
  })

/** A line nobody understands is edited as it is. */
const rawField = (
  id: string,
  statement: Of<"UnknownStatement" | "BrokenStatement">,
  source: string,
): Field =>
  field("text", {
    editor: "longText",
    isRequired: true,
    value: source.slice(statement.span.start, statement.span.end),
    write: (draft, value) => {
      const text = wantText("text", value).trim()
      if (text === "") refuse("basic.canvas_field_value", { field: "text", expected: "a line" })
      return replaceText(draft, id, statement.span, text)
    },
  })
