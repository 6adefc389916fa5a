import type { SourceModel } from "./source-model.ts"
import { listReferences, type Reference, thingAt } from "./symbols.ts"

/** Where what stands at an offset is made: the line of a label, SUB or parameter, or the first line that sets a variable. */
export function findDefinition(model: SourceModel, offset: number): Reference | null {
  const thing = thingAt(model, offset)
  if (thing === null) return null
  const all = listReferences(model, thing)
  return (
    all.find(({ role }) => role === "define") ?? all.find(({ role }) => role === "write") ?? null
  )
}

/** Every place that names what stands at an offset; without the places that define it unless they are asked for. */
export function findReferences(
  model: SourceModel,
  offset: number,
  { includesDefinition }: { readonly includesDefinition: boolean },
): Reference[] {
  const thing = thingAt(model, offset)
  if (thing === null) return []
  const all = listReferences(model, thing)
  if (includesDefinition) return all
  const definition = findDefinition(model, offset)
  return all.filter(({ start }) => start !== definition?.start)
}
