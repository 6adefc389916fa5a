import type { FunctionKeyword, Keyword } from "../keywords/define.ts"
import { findFunction } from "../keywords/index.ts"
import { normalName } from "../parser/normal-name.ts"
import type { Span } from "../source/span.ts"
import { matchCommands } from "./complete.ts"
import { placeAt } from "./cursor.ts"
import { bestPlace, type Piece, toPieces } from "./match-forms.ts"
import type { SourceModel } from "./source-model.ts"
import { proceduresOf } from "./symbols.ts"

/** One way to write a keyword. `operands` point into `label`. */
export interface SignatureForm {
  readonly label: string
  readonly operands: readonly (Span & { readonly name: string; readonly doc: string })[]
}

export interface SignatureHelp {
  readonly name: string
  readonly summary: string
  readonly forms: readonly SignatureForm[]
  readonly activeForm: number
  /** Index into the operands of the active form; null between operands. */
  readonly activeOperand: number | null
}

/** Says which form of which keyword is being written at an offset, and which operand; null where none is. */
export function signatureAt(model: SourceModel, offset: number): SignatureHelp | null {
  const { kind, tokens, isStatement } = placeAt(model, offset)
  if (kind === "none") return null
  const pieces = toPieces(tokens)
  const call = findOpenCall(pieces)
  if (call !== null) return describeCall(model, call)
  const matched = matchCommands(pieces, isStatement)
  if (matched === null) return null
  const { command, places } = matched
  const best = bestPlace(places)
  if (best === undefined) return null
  const forms = command.forms.map((form) => formOf(command, shapeOf(form)))
  const active = forms[best.form]?.operands.findIndex(({ name }) => name === best.operand) ?? -1
  return {
    name: command.name,
    summary: command.summary,
    forms,
    activeForm: best.form,
    activeOperand: active < 0 ? null : active,
  }
}

interface OpenCall {
  readonly name: string
  /** Commas before the cursor. */
  readonly index: number
}

/** The innermost `NAME(` that is not closed. */
function findOpenCall(pieces: readonly Piece[]): OpenCall | null {
  let commas = 0
  let depth = 0
  for (let at = pieces.length - 1; at >= 0; at--) {
    const mark = pieces[at]?.mark
    if (mark === ")" || mark === "]" || mark === "}") depth++
    else if (mark === "(" || mark === "[" || mark === "{" || mark === "#{") {
      if (depth > 0) depth--
      else {
        const name = pieces[at - 1]
        if (mark !== "(" || typeof name?.word !== "string") return null
        return { name: wordsBefore(pieces, at), index: commas }
      }
    } else if (mark === "," && depth === 0) commas++
  }
  return null
}

/** FORMAT_DATE( is two pieces of one token. */
function wordsBefore(pieces: readonly Piece[], at: number): string {
  const last = pieces[at - 1]
  let first = at - 1
  while (pieces[first - 1]?.word !== null && pieces[first - 1]?.start === last?.start) first--
  return pieces
    .slice(Math.max(0, first), at)
    .map(({ word }) => word)
    .join("_")
}

function describeCall(model: SourceModel, { name, index }: OpenCall): SignatureHelp | null {
  if (proceduresOf(model).has(normalName(name))) return describeOwn(model, name, index)
  const definition = findFunction(name)
  if (definition === null) return null
  const forms = definition.forms.filter((form) => shapeOf(form).includes("("))
  const shapes = forms.length > 0 ? forms : definition.forms
  const described = shapes.map((form) => formOf(definition, shapeOf(form)))
  const count = described[0]?.operands.length ?? 0
  return {
    name: definition.name,
    summary: definition.summary,
    forms: described,
    activeForm: 0,
    activeOperand: count === 0 ? null : Math.min(index, lastOperand(definition, count)),
  }
}

/** Behind the last parameter of a function that takes any number of them it stays the active one. */
const lastOperand = (definition: FunctionKeyword, count: number): number =>
  definition.arity[1] === Number.POSITIVE_INFINITY ? count - 1 : count

function describeOwn(model: SourceModel, name: string, index: number): SignatureHelp | null {
  for (const { statements } of model.segments)
    for (const each of statements) {
      if (each.kind !== "ProcedureStatement" || normalName(each.name) !== normalName(name)) continue
      const label = `${each.name}(${each.params.join(", ")})`
      let at = each.name.length + 1
      const operands = each.params.map((param) => {
        const start = at
        at += param.length + 2
        return { name: param, doc: "", start, end: start + param.length }
      })
      const activeOperand = index < operands.length ? index : null
      return {
        name: each.name,
        summary: "",
        forms: [{ label, operands }],
        activeForm: 0,
        activeOperand,
      }
    }
  return null
}

const shapeOf = (form: Keyword["forms"][number]): string =>
  typeof form === "string" ? form : form.shape

function formOf(keyword: Keyword, shape: string): SignatureForm {
  const operands = [...shape.matchAll(/\{([A-Za-z]+)(?::[a-z]+)?\}/g)].map((found) => {
    const name = found[1] ?? ""
    return {
      name,
      doc: keyword.params[name]?.doc ?? "",
      start: found.index,
      end: found.index + found[0].length,
    }
  })
  return { label: shape, operands }
}
