/** Settings of a HEAR. */
import type { Expression, HearStatement } from "../../ast/nodes.ts"
import { hearTypes } from "../../hear/types.ts"
import { nowhere } from "../../source/span.ts"
import { type Draft, locate } from "../gestures/draft.ts"
import { followVariable, requireUnused } from "../gestures/follow-variable.ts"
import { isMenu, setOptions } from "../gestures/menus.ts"
import { requireStep } from "../gestures/outcome.ts"
import { refuse } from "../gestures/refuse.ts"
import { replaceText, rewriteStatement } from "../gestures/rewrite.ts"
import type { FieldValue } from "../model.ts"
import { asWritten, wholeSpan } from "../show.ts"
import {
  type Field,
  field,
  wantFlag,
  wantNumber,
  wantOptionalText,
  wantText,
  wantTexts,
} from "./field.ts"
import { fromWords, readExpression, readPlace, toWords, wordsText } from "./words.ts"

export function hearFields(id: string, hear: HearStatement, source: string): Field[] {
  const isChoice = hear.options.length > 0
  const fields = [
    promptField(id, hear, source),
    variableField(id, hear, source),
    typeField(id, hear),
  ]
  if (isChoice) fields.push(optionsField(id, hear, source), otherField(id, hear))
  if (!isChoice) fields.push(entityField(id, hear))
  return [
    ...fields,
    fromField(id, hear, source),
    defaultField(id, hear, source),
    timeoutField(id, hear, source),
  ]
}

const entityField = (id: string, { entity }: HearStatement): Field =>
  field("entity", {
    editor: "text",
    doc: "What the bot was taught to find: the answer must say one of its values.",
    value: entity ?? null,
    write: (draft, value) => {
      const name = wantOptionalText("entity", value)?.trim() ?? ""
      return change(draft, id, name === "" ? { entity: undefined } : { entity: name, type: "TEXT" })
    },
  })

const fromField = (id: string, { from }: HearStatement, source: string): Field =>
  field("from", {
    editor: "expression",
    doc: "What the person said before: what it says already is not asked for.",
    value: from === undefined ? null : asWritten(from, source),
    write: (draft, value) => {
      const text = wantOptionalText("from", value)?.trim() ?? ""
      return change(draft, id, { from: text === "" ? undefined : readExpression(text) })
    },
  })

/** Writes the HEAR anew with some parts changed. */
function change(draft: Draft, id: string, parts: Partial<HearStatement>): Draft {
  const statement = locate(draft, id)?.statement
  return statement?.kind === "HearStatement"
    ? rewriteStatement(draft, id, { ...statement, ...parts })
    : refuse("basic.canvas_step_gone", {})
}

const promptField = (id: string, { prompt }: HearStatement, source: string): Field =>
  field("prompt", {
    editor: "longText",
    doc: "The question to ask first.",
    value: prompt === null ? null : toWords(prompt, source),
    write: (draft, value) => {
      const words = wantOptionalText("prompt", value)
      if (words === null || prompt === null) {
        return change(draft, id, { prompt: words === null ? null : fromWords(words) })
      }
      return replaceText(draft, id, wholeSpan(prompt, draft.source), wordsText(words))
    },
  })

const variableField = (id: string, { target }: HearStatement, source: string): Field =>
  field("variable", {
    editor: "name",
    doc: "Where the answer is kept.",
    value: target === null ? null : asWritten(target, source),
    write: (draft, value) => {
      const text = wantOptionalText("variable", value)?.trim() ?? null
      if (text === null) {
        requireUnused(draft, id)
        return change(draft, id, { target: null })
      }
      const place = readPlace(text)
      return followVariable(draft, id, text, (before) =>
        target === null
          ? change(before, id, { target: place })
          : replaceText(before, id, wholeSpan(target, before.source), text),
      )
    },
  })

const typeField = (id: string, hear: HearStatement): Field =>
  field("type", {
    editor: "select",
    doc: "What the answer must be.",
    options: hearTypes,
    isRequired: true,
    value: hear.type,
    write: (draft, value) => {
      const type = wantText("type", value).toUpperCase()
      if (!hearTypes.some((known) => known === type)) {
        refuse("basic.canvas_field_value", {
          field: "type",
          expected: "one of the types of an answer",
        })
      }
      const options = type !== "MENU" ? [] : hear.options.length > 0 ? hear.options : firstOptions
      return change(draft, id, {
        type,
        entity: undefined,
        options,
        acceptsOther: type === "MENU" && hear.acceptsOther,
      })
    },
  })

const textOf = (value: string): Expression => ({
  kind: "TextLiteral",
  span: nowhere,
  value,
  isMultiline: false,
})
/** A menu needs choices; these are there to be changed. */
const firstOptions = [textOf("Yes"), textOf("No")]

const optionsField = (id: string, { options }: HearStatement, source: string): Field =>
  field("options", {
    editor: "textList",
    doc: "The choices, in order.",
    isRequired: true,
    value: options.map((option) => toWords(option, source)),
    write: (draft, value) => writeOptions(draft, id, value),
  })

function writeOptions(draft: Draft, id: string, value: FieldValue): Draft {
  const words = wantTexts("options", value).filter((word) => word.trim() !== "")
  if (words.length === 0)
    refuse("basic.canvas_field_value", { field: "options", expected: "at least one choice" })
  const { step } = requireStep(draft, id).placed
  return isMenu(step) ? setOptions(draft, step, words.map(fromWords)) : draft
}

const otherField = (id: string, { acceptsOther }: HearStatement): Field =>
  field("acceptsOther", {
    editor: "toggle",
    doc: "Whether any other answer is taken as well.",
    value: acceptsOther,
    write: (draft, value) => change(draft, id, { acceptsOther: wantFlag("acceptsOther", value) }),
  })

const defaultField = (id: string, { fallback }: HearStatement, source: string): Field => {
  const isText =
    fallback === null || fallback.kind === "TextLiteral" || fallback.kind === "TemplateLiteral"
  return field("default", {
    editor: isText ? "text" : "expression",
    doc: "The value when the answer is empty.",
    value:
      fallback === null ? null : isText ? toWords(fallback, source) : asWritten(fallback, source),
    write: (draft, value) => {
      const text = wantOptionalText("default", value)
      if (text === null) return change(draft, id, { fallback: null })
      const next = isText ? fromWords(text) : readExpression(text)
      return change(draft, id, { fallback: next })
    },
  })
}

const timeoutField = (id: string, { timeout }: HearStatement, source: string): Field => {
  const seconds = timeout?.seconds ?? null
  const isNumber = seconds === null || seconds.kind === "NumberLiteral"
  return field("timeout", {
    editor: isNumber ? "number" : "expression",
    doc: "How long to wait for the answer.",
    unit: "s",
    value:
      seconds === null
        ? null
        : seconds.kind === "NumberLiteral"
          ? seconds.value
          : asWritten(seconds, source),
    write: (draft, value) => {
      if (value === null || value === "") return change(draft, id, { timeout: null })
      const text = typeof value === "string" ? value : String(wantNumber("timeout", value))
      return change(draft, id, {
        timeout: { seconds: readExpression(text), label: timeout?.label ?? null },
      })
    },
  })
}
