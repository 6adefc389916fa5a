/** Settings of a command, drawn from its definition: one for each parameter. */
import type {
  AssignStatement,
  CommandStatement,
  ObjectEntry,
  Operand,
  Operands,
  Statement,
} from "../../ast/nodes.ts"
import type { CommandKeyword, Param } from "../../keywords/define.ts"
import { nowhere } from "../../source/span.ts"
import { type Draft, locate } from "../gestures/draft.ts"
import { followVariable, requireUnused } from "../gestures/follow-variable.ts"
import { keepResult } from "../gestures/menus.ts"
import { refuse } from "../gestures/refuse.ts"
import { replaceText, rewriteStatement } from "../gestures/rewrite.ts"
import type { FieldEditor, FieldValue } from "../model.ts"
import { asWritten, wholeSpan } from "../show.ts"
import { findDefinition } from "../step-looks.ts"
import { endsField } from "./ends-field.ts"
import { type Field, field, wantNumber, wantPairs, wantText } from "./field.ts"
import { fromWords, readExpression, readPlace, toWords } from "./words.ts"

type CommandHolder =
  | CommandStatement
  | (AssignStatement & { readonly value: { readonly kind: "CommandExpression" } })

/** Lists the fields of `TALK ...`, or of `page = GET ...`: then the variable comes first. */
export function commandFields(id: string, holder: CommandHolder, source: string): Field[] {
  const command = holder.kind === "CommandStatement" ? holder : holder.value
  const definition = findDefinition(command.keyword)
  if (definition === null) return []
  const names = definition.canvas?.fields ?? Object.keys(definition.params)
  const fields = names.flatMap((name) => {
    const param = definition.params[name]
    return param === undefined
      ? []
      : [paramField(id, definition, name, param, command.operands[name], source)]
  })
  return definition.result === "nothing" ? fields : [variableField(id, holder, source), ...fields]
}

/** The variable that keeps the result. Without one the command stands alone. */
function variableField(id: string, holder: CommandHolder, source: string): Field {
  const value = holder.kind === "AssignStatement" ? asWritten(holder.target, source) : null
  const write = (draft: Draft, next: FieldValue): Draft => {
    const text = next === null ? "" : wantText("variable", next).trim()
    if (text === "") {
      requireUnused(draft, id)
      return rewriteStatement(draft, id, withoutVariable(holder))
    }
    const target = readPlace(text)
    if (holder.kind === "CommandStatement")
      return rewriteStatement(draft, id, keepResult(holder, target))
    const span = wholeSpan(holder.target, draft.source)
    return followVariable(draft, id, text, (before) => replaceText(before, id, span, text))
  }
  return field("variable", { editor: "name", value, write, doc: "Where the result is kept." })
}

function withoutVariable(holder: CommandHolder): Statement {
  if (holder.kind === "CommandStatement") return holder
  const { span, leading, trailing, failGoto, value } = holder
  const { keyword, operands } = value
  return { kind: "CommandStatement", span, leading, trailing, failGoto, keyword, operands }
}

function paramField(
  id: string,
  definition: CommandKeyword,
  name: string,
  param: Param,
  operand: Operand | undefined,
  source: string,
): Field {
  if (definition.canvas?.ends?.param === name && isPlainText(operand))
    return endsField(id, name, { doc: param.doc, operand }, (draft, next) =>
      writeOperand(draft, id, name, next),
    )
  const editor = editorFor(param, operand)
  const isRequired = isNeeded(definition, name)
  return field(name, {
    editor,
    value: shownValue(editor, operand, source),
    doc: param.doc,
    isRequired,
    ...(param.words === undefined ? {} : { options: param.words }),
    ...(param.unit === undefined ? {} : { unit: param.unit }),
    write: (draft, value) => {
      const next = operandOf(name, editor, value)
      if (next === null && isRequired) {
        return refuse("basic.canvas_field_value", { field: name, expected: "a value" })
      }
      return writeOperand(draft, id, name, next)
    },
  })
}

const isPlainText = (operand: Operand | undefined): boolean =>
  operand === undefined || operand.kind === "TextLiteral"

/** Whether every form of the command has the parameter. */
function isNeeded({ forms }: CommandKeyword, name: string): boolean {
  return forms.every((form) => {
    const shape = typeof form === "string" ? form : form.shape
    return new RegExp(`\\{${name}(:\\w+)?\\}`).test(withoutOptions(shape))
  })
}

/** A shape without its optional parts, however they are nested. */
function withoutOptions(shape: string): string {
  const inner = shape.replace(/\[[^[\]]*\]/g, "")
  return inner === shape ? shape : withoutOptions(inner)
}

function editorFor(param: Param, operand: Operand | undefined): FieldEditor {
  if (param.kind === "word") return "select"
  if (operand?.kind === "Word" || (operand === undefined && param.kind === "order")) return "name"
  if (operand?.kind === "FieldList" || (operand === undefined && param.kind === "fields"))
    return "fields"
  if (param.kind === "text" || param.isLong) return param.isLong ? "longText" : "text"
  if (param.kind === "number" && (operand === undefined || operand.kind === "NumberLiteral"))
    return "number"
  if (param.kind === "boolean" && (operand === undefined || operand.kind === "BooleanLiteral"))
    return "toggle"
  return "expression"
}

function shownValue(editor: FieldEditor, operand: Operand | undefined, source: string): FieldValue {
  if (operand === undefined) return null
  switch (operand.kind) {
    case "FieldList":
      return operand.fields.map(({ key, value }) => ({
        name: key,
        value: asWritten(value, source),
      }))
    case "ExpressionList":
      return operand.items.map((item) => asWritten(item, source)).join(", ")
    case "Word":
      return operand.text
    case "NumberLiteral":
      return editor === "number" ? operand.value : asWritten(operand, source)
    case "BooleanLiteral":
      return editor === "toggle" ? operand.value : asWritten(operand, source)
    default:
      return editor === "text" || editor === "longText"
        ? toWords(operand, source)
        : asWritten(operand, source)
  }
}

/** Makes the operand of a value from the form; null takes the operand away. */
function operandOf(name: string, editor: FieldEditor, value: FieldValue): Operand | null {
  if (value === null || (typeof value === "string" && value.trim() === "" && !isText(editor)))
    return null
  switch (editor) {
    case "text":
    case "longText":
      return fromWords(wantText(name, value))
    case "number":
      // A variable may be typed where a number is asked for.
      return typeof value === "string"
        ? readExpression(value)
        : readExpression(String(wantNumber(name, value)))
    case "toggle":
      return { kind: "BooleanLiteral", span: nowhere, value: value === true }
    case "select":
    case "name":
      return { kind: "Word", text: wantText(name, value) }
    case "fields":
      return { kind: "FieldList", fields: readPairs(name, value) }
    default:
      return readExpression(wantText(name, value))
  }
}

const isText = (editor: FieldEditor): boolean => editor === "text" || editor === "longText"

export const readPairs = (name: string, value: FieldValue): ObjectEntry[] =>
  wantPairs(name, value).map((pair) => ({ key: pair.name, value: readExpression(pair.value) }))

/** Replaces the operand's own text where it has one; else the statement is written anew. */
function writeOperand(draft: Draft, id: string, name: string, next: Operand | null): Draft {
  const { statement } = locate(draft, id)!
  const command = commandIn(statement)
  if (command === null) return draft
  const operands: Operands =
    next === null
      ? Object.fromEntries(Object.entries(command.operands).filter(([key]) => key !== name))
      : { ...command.operands, [name]: next }
  return rewriteStatement(draft, id, withOperands(statement, operands))
}

function commandIn(statement: Statement): { readonly operands: Operands } | null {
  if (statement.kind === "CommandStatement") return statement
  if (statement.kind !== "AssignStatement" || statement.value.kind !== "CommandExpression")
    return null
  return statement.value
}

function withOperands(statement: Statement, operands: Operands): Statement {
  if (statement.kind === "CommandStatement") return { ...statement, operands }
  if (statement.kind !== "AssignStatement" || statement.value.kind !== "CommandExpression")
    return statement
  return { ...statement, value: { ...statement.value, operands } }
}
