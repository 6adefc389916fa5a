import { emptyLayout, openDocument, paletteEntries, stepForm } from "../../basic/index.ts"
import { errors } from "../../catalog/errors.ts"

/** A text that a definition promises: a step's title, a field's label, an error's words. */
export interface DefinedKey {
  readonly namespace: string
  readonly key: string
  /** Which definition asks for it. */
  readonly source: string
}

/** Lists the texts that definitions ask for by name, which no code spells out. */
export function listDefinedKeys(): readonly DefinedKey[] {
  return [...listErrorKeys(), ...paletteEntries().flatMap(listStepKeys)]
}

function listErrorKeys(): readonly DefinedKey[] {
  return Object.keys(errors).flatMap((code) =>
    ["title", "text"].map((part) => ({
      namespace: "problems",
      key: `${code}.${part}`,
      source: "catalog/errors.ts",
    })),
  )
}

/** What the canvas shows of a step just dropped: its title, its ways out and its settings. */
function listStepKeys(entry: ReturnType<typeof paletteEntries>[number]): readonly DefinedKey[] {
  const document = openDocument(entry.snippet, emptyLayout)
  const steps = document.flows.flatMap(({ groups }) => groups).flatMap((group) => group.steps)
  const dotted = [entry.titleKey.replace(/^steps\./, "palette.")]
  for (const step of steps) {
    dotted.push(step.titleKey, `${step.titleKey}.summary`, `palette.family_${step.family}`)
    for (const { labelKey } of step.outlets) if (labelKey) dotted.push(labelKey)
    for (const field of stepForm(document, step.id)?.fields ?? []) {
      dotted.push(field.labelKey)
      for (const option of field.options ?? []) dotted.push(`options.${option}`)
    }
  }
  return dotted.map((key) => {
    const dot = key.indexOf(".")
    return { namespace: key.slice(0, dot), key: key.slice(dot + 1), source: entry.keyword }
  })
}
