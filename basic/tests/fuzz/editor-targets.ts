import { applyGesture } from "../../graph/apply-gesture.ts"
import { openDocument } from "../../graph/document.ts"
import { emptyLayout } from "../../graph/model.ts"
import { readGraph } from "../../graph/read-graph.ts"
import { toAst } from "../../graph/to-ast.ts"
import { toGraph } from "../../graph/to-graph.ts"
import { writeGraph } from "../../graph/write-graph.ts"
import { parse } from "../../parser/parse.ts"
import { printProgram } from "../../printer/print.ts"
import { codeActionsAt } from "../../services/code-actions.ts"
import { completeAt } from "../../services/complete.ts"
import { listFolds } from "../../services/folds.ts"
import { formatRange, formatSource } from "../../services/format.ts"
import { hoverAt } from "../../services/hover.ts"
import { findDefinition, findReferences } from "../../services/navigate.ts"
import { listOutline } from "../../services/outline.ts"
import { renameAt } from "../../services/rename.ts"
import { signatureAt } from "../../services/signature.ts"
import { openSource } from "../../services/source-model.ts"
import { choicesFrom, createChooser } from "../generate/chooser.ts"
import { growGesture } from "../generate/gestures.ts"
import { createMutator, type Mutator } from "../mutate.ts"
import { anyText, mutateJson } from "./inputs.ts"
import type { Target } from "./target.ts"

const mark = "\n--- seed ---\n"
/** A text and a number that the check draws its further choices from. */
const withSeed = (text: string, mutator: Mutator) => `${text}${mark}${mutator.below(2 ** 31)}`
function split(input: string): { readonly source: string; readonly seed: number } {
  const [source = "", seed] = input.split(mark)
  return { source, seed: Number(seed ?? 1) || 1 }
}

const services: Target = {
  name: "services",
  promise: "answer at any place of any text, with places inside it",
  make: (mutator) => withSeed(anyText(mutator), mutator),
  check(input) {
    const { source, seed } = split(input)
    const mutator = createMutator(seed)
    const model = openSource(source)
    const isInside = (start: number, end: number) =>
      start >= 0 && start <= end && end <= source.length
    listOutline(model)
    if (listFolds(model).some(({ start, end }) => !isInside(start, end)))
      return "a fold lies outside"
    for (let count = 0; count < 8; count++) {
      const at = mutator.below(source.length + 1)
      if (completeAt(model, at).some(({ replaces }) => !isInside(replaces.start, replaces.end)))
        return "a completion replaces what is not there"
      const found = hoverAt(model, at)
      if (found !== null && !isInside(found.start, found.end)) return "a hover lies outside"
      signatureAt(model, at)
      findDefinition(model, at)
      for (const place of findReferences(model, at, { includesDefinition: true }))
        if (source.slice(place.start, place.end) !== place.text)
          return `"${place.text}" does not stand at ${place.start}`
      const renamed = renameAt(model, at, "brand_new")
      if (renamed.ok && renamed.edits.length === 0) return "a rename changes nothing"
      codeActionsAt(model, { start: at, end: at })
      formatRange(model, { start: at, end: Math.min(source.length, at + 20) })
    }
    const formatted = model.edit(formatSource(model)).source
    return formatted.replace(/\r\n?/g, "\n") === printProgram(model.program).replace(/\r\n?/g, "\n")
      ? null
      : "formatting is not what the printer writes"
  },
}

const edits: Target = {
  name: "edits",
  promise: "an edit read by statement gives what the whole text gives",
  make: (mutator) => withSeed(anyText(mutator), mutator),
  check(input) {
    const { source, seed } = split(input)
    const mutator = createMutator(seed)
    let model = openSource(source)
    for (let count = 0; count < 4; count++) {
      const start = mutator.below(model.source.length + 1)
      const end = Math.min(model.source.length, start + mutator.below(8))
      const text = mutator.below(3) === 0 ? "" : mutator.randomText(3)
      model = model.edit([{ span: { start, end }, text }])
      const whole = parse(model.source)
      if (JSON.stringify(model.program) !== JSON.stringify(whole.program))
        return "the tree differs from that of the whole text"
      if (model.diagnostics.length !== whole.diagnostics.length)
        return "the findings differ from those of the whole text"
    }
    return null
  },
}

const graphs: Target = {
  name: "graph",
  promise: "reads a graph from any JSON or says why not, and what it reads can be printed",
  make(mutator) {
    const { program } = parse(anyText(mutator))
    const json: unknown = JSON.parse(writeGraph(toGraph(program)))
    return JSON.stringify(mutator.below(5) === 0 ? json : mutateJson(json, mutator))
  },
  check(json) {
    const read = readGraph(json)
    if (!read.ok) return /[.)]$/.test(read.message) ? null : `the refusal says "${read.message}"`
    printProgram(toAst(read.graph))
    return null
  },
}

const gestures: Target = {
  name: "gestures",
  promise: "any gesture on any program is carried out or refused with a sentence",
  make: (mutator) => withSeed(anyText(mutator), mutator),
  check(input) {
    const { source, seed } = split(input)
    const choose = createChooser(choicesFrom(seed, 120))
    let document = openDocument(source.replace(/\r\n?/g, "\n"), emptyLayout)
    for (let count = 0; count < 4; count++) {
      const result = applyGesture(document, growGesture(choose, document))
      if (!result.ok && result.diagnostic.message === "") return "a refusal says nothing"
      if (!result.ok) continue
      const reopened = openDocument(result.document.source, result.document.layout)
      if (reopened.flows.length !== result.document.flows.length)
        return "the text it leaves is another drawing"
      document = result.document
    }
    return null
  },
}

export const editorTargets: readonly Target[] = [services, edits, graphs, gestures]
