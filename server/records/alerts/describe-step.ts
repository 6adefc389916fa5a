import { listSteps, normalizeScriptName, parse } from "#basic"
import type { Layout } from "#basic/graph/model.ts"

/** A flow as a version keeps it. */
export interface KeptScript {
  readonly name: string
  readonly source: string
  readonly layout: Layout
}

/** A step as people know it. */
export interface DescribedStep {
  /** The id it keeps through versions. */
  readonly id: string
  /** The flow it is in. */
  readonly flow: string
  /** Its first line, as it was written. */
  readonly text: string
}

const textChars = 120

/** Finds the step an id of a program means among the scripts of its version; null when it is not there. */
export function describeStep(scripts: readonly KeptScript[], stepId: string): DescribedStep | null {
  const cut = stepId.lastIndexOf("#")
  const flow = stepId.slice(0, Math.max(0, cut))
  const id = stepId.slice(cut + 1)
  const script =
    cut < 0 ? scripts[0] : scripts.find(({ name }) => normalizeScriptName(name) === flow)
  if (script === undefined || id === "") return null
  const place = script.layout.stepIds.indexOf(id)
  const step = listSteps(parse(script.source).program)[place]
  if (place < 0 || step === undefined) return null
  const { start, end } = step.statement.span
  const [line = ""] = script.source.slice(start, end).split("\n")
  const text = line.length > textChars ? `${line.slice(0, textChars - 1)}…` : line
  return { id, flow: script.name, text }
}
