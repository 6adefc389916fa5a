/** A setting of a step: what the form shows, and how a new value is written into the text. */
import type { Draft } from "../gestures/draft.ts"
import { refuse } from "../gestures/refuse.ts"
import type { FieldEditor, FieldValue, StepField } from "../model.ts"

export interface Field extends StepField {
  /** Throws Refusal when the value cannot be. */
  readonly write: (draft: Draft, value: FieldValue) => Draft
}

interface FieldParts extends Partial<Pick<StepField, "doc" | "options" | "isRequired" | "unit">> {
  readonly editor: FieldEditor
  readonly value: FieldValue
  readonly write: Field["write"]
}

/** Makes a field; its label is the i18next key of its name. */
export const field = (name: string, parts: FieldParts): Field => ({
  name,
  labelKey: `fields.${name.replace(/:\d+$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
  doc: "",
  isRequired: false,
  ...parts,
})

export const wantText = (name: string, value: FieldValue): string =>
  typeof value === "string"
    ? value
    : refuse("basic.canvas_field_value", { field: name, expected: "a text" })

/** A text, or null for one that was left empty. */
export function wantOptionalText(name: string, value: FieldValue): string | null {
  if (value === null) return null
  const text = wantText(name, value)
  return text.trim() === "" ? null : text
}

export function wantNumber(name: string, value: FieldValue): number {
  if (typeof value === "number" && Number.isFinite(value)) return value
  return refuse("basic.canvas_field_value", { field: name, expected: "a number" })
}

export const wantFlag = (name: string, value: FieldValue): boolean =>
  typeof value === "boolean"
    ? value
    : refuse("basic.canvas_field_value", { field: name, expected: "true or false" })

export function wantTexts(name: string, value: FieldValue): readonly string[] {
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string")
  return isList
    ? value
    : refuse("basic.canvas_field_value", { field: name, expected: "a list of texts" })
}

export interface NamedValue {
  readonly name: string
  readonly value: string
}

export function wantPairs(name: string, value: FieldValue): readonly NamedValue[] {
  const isList =
    Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null)
  return isList
    ? (value as readonly NamedValue[])
    : refuse("basic.canvas_field_value", { field: name, expected: "a list of names and values" })
}
