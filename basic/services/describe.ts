/** What the services say about a word of the language, as plain parts: the host decides how it looks. */
import type { Keyword, Param, ResultType } from "../keywords/define.ts"
import { type GrammarForm, grammarForms } from "../keywords/grammar-forms.ts"
import { findCommand, findFunction } from "../keywords/index.ts"

export interface WordDoc {
  readonly name: string
  /** A function and a command may have one name. */
  readonly sort: "command" | "function" | "statement"
  readonly forms: readonly string[]
  /** One sentence. */
  readonly summary: string
  /** The step of the canvas that says the same, as its key in the catalogue; null where none is its own. */
  readonly step: string | null
  readonly operands: readonly OperandDoc[]
  readonly result: ResultType
  readonly example: string
  /** The name of its page in the manual; null when it has none. */
  readonly page: string | null
}

export interface OperandDoc {
  readonly name: string
  readonly kind: Param["kind"]
  readonly doc: string
  /** Values it may have, in words of no language: JSON, or a range such as "0–300 s"; empty when any will do. */
  readonly bounds: string
}

/** Describes a command or a function. */
export function describeKeyword(keyword: Keyword): WordDoc {
  return {
    name: keyword.name,
    sort: keyword.runsOn === "everywhere" ? "function" : "command",
    forms: keyword.forms.map((form) => (typeof form === "string" ? form : form.shape)),
    summary: keyword.summary,
    step: stepOf(keyword.canvas?.titleKey),
    operands: Object.entries(keyword.params).map(([name, param]) => ({
      name,
      kind: param.kind,
      doc: param.doc,
      bounds: boundsOf(param),
    })),
    result: keyword.result,
    example: keyword.example,
    page: keyword.name.toLowerCase().replaceAll(/[ _]+/g, "-"),
  }
}

/** Describes a statement with grammar of its own. */
export function describeForm(form: GrammarForm): WordDoc {
  return {
    name: form.keyword,
    sort: "statement",
    forms: [form.canvas.snippet.split("\n")[0] ?? form.keyword],
    summary: form.summary,
    step: stepOf(form.canvas.titleKey),
    operands: [],
    result: "nothing",
    example: form.canvas.snippet,
    page: null,
  }
}

/** What has no words of its own on the canvas shares the key of all commands. */
const stepOf = (titleKey: string | undefined): string | null =>
  titleKey === undefined || titleKey === "steps.command" ? null : titleKey.slice("steps.".length)

/** Describes a word of the language by its name, a function by `NAME()`; null when it has no definition. */
export function describeWord(name: string): WordDoc | null {
  const keyword = name.endsWith("()") ? findFunction(name.slice(0, -2)) : findCommand(name)
  if (keyword !== null) return describeKeyword(keyword)
  const form = grammarForms.find((each) => each.keyword === name)
  if (form !== undefined) return describeForm(form)
  const definition = findFunction(name)
  return definition === null ? null : describeKeyword(definition)
}

function boundsOf({ words, min, max, unit }: Param): string {
  if (words !== undefined) return words.join(", ")
  const range = [min === undefined ? "" : `${min}`, max === undefined ? "" : `${max}`]
  if (range.every((each) => each === "")) return unit ?? ""
  const [low, high] = range
  const text = high === "" ? `\u2265 ${low}` : low === "" ? `\u2264 ${high}` : `${low}\u2013${high}`
  return unit === undefined ? text : `${text} ${unit}`
}
