import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type CanvasStep, emptyLayout, openDocument } from "#basic"
import { root } from "../node24.mjs"

const readTexts = (name: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, `components/i18n/en/${name}.json`), "utf8"))
const texts = {
  steps: readTexts("steps"),
  outlets: readTexts("outlets"),
  palette: readTexts("palette"),
}

/** What the canvas shows of a sample: the step of a keyword, in the words people read there. */
export interface CanvasWords {
  readonly title: string
  readonly family: string
  /** As definitions name them: what the picture of the page is drawn from. */
  readonly look: { readonly icon: string; readonly family: string }
  readonly outlets: readonly string[]
}

/** Reads the first step of a keyword on the canvas of a sample; null when it makes none. */
export function readCanvasWords(source: string, keyword: string): CanvasWords | null {
  const document = openDocument(source, emptyLayout)
  const steps = document.flows.flatMap(({ groups }) => groups).flatMap((group) => group.steps)
  const step = steps.find((each) => isStepOf(each, keyword))
  if (step === undefined) return null
  return {
    title: wordsOf(step.titleKey, step.values),
    family: texts.palette[`family_${step.family}`] ?? step.family,
    look: { icon: step.icon, family: step.family },
    outlets: step.outlets.map(({ labelKey, text }) =>
      labelKey === null ? text : wordsOf(labelKey, { text }),
    ),
  }
}

const isStepOf = (step: CanvasStep, keyword: string): boolean =>
  step.keyword === keyword || step.source.toUpperCase().startsWith(keyword)

/** "steps.talk" with its values put in; a text of the English catalogue. */
function wordsOf(dottedKey: string, values: Readonly<Record<string, string>>): string {
  const [namespace = "", ...rest] = dottedKey.split(".")
  const text = texts[namespace as keyof typeof texts]?.[rest.join(".")] ?? rest.join(".")
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "")
}
