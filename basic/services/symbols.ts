import { normalName } from "../parser/normal-name.ts"
import type { Span } from "../source/span.ts"
import { type Occurrence, occurrencesIn } from "./occurrences.ts"
import type { Segment } from "./segment.ts"
import type { SourceModel } from "./source-model.ts"

/** What a name stands for. Two occurrences mean the same thing when their keys are equal. */
export interface NamedThing {
  readonly key: string
  readonly kind: "variable" | "parameter" | "label" | "procedure"
  readonly name: string
}

/** Where a name stands in the text as it is now. */
export interface Reference extends Span {
  readonly text: string
  readonly role: Occurrence["role"]
}

/** The thing an occurrence names; null for members and for functions of the language. */
export function thingOf(model: SourceModel, occurrence: Occurrence): NamedThing | null {
  const { kind, name, flow, isParam } = occurrence
  if (kind === "member") return null
  if (kind === "label") return { key: `label:${flow ?? ""}:${name}`, kind, name }
  if (kind === "call")
    return proceduresOf(model).has(name)
      ? { key: `procedure:${name}`, kind: "procedure", name }
      : null
  return isParam
    ? { key: `parameter:${flow}:${name}`, kind: "parameter", name }
    : { key: `variable:${name}`, kind: "variable", name }
}

/** Normal names of the program's own SUBs and FUNCTIONs. */
export function proceduresOf(model: SourceModel): ReadonlySet<string> {
  const all = new Set<string>()
  for (const { procedures } of model.segments) for (const name of procedures) all.add(name)
  return all
}

/** The segment an offset stands in; the earlier one where two meet and the offset ends a line. */
export function segmentAt(model: SourceModel, offset: number): Segment | null {
  let low = 0
  let high = model.segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((model.segments[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return model.segments[low] ?? null
}

/** The occurrence at an offset, or right before it. */
export function occurrenceAt(model: SourceModel, offset: number): Occurrence | null {
  const segment = segmentAt(model, offset)
  if (segment === null) return null
  const by = segment.start - segment.origin
  const at = offset - by
  const here = occurrencesIn(segment, model.source).filter(
    ({ start, end }) => start <= at && at <= end,
  )
  const found = here.find(({ end }) => at < end) ?? here[0]
  if (found === undefined) return null
  const isKnown = !found.isGuess || isNameElsewhere(model, found)
  return isKnown ? { ...found, start: found.start + by, end: found.end + by } : null
}

const isNameElsewhere = (model: SourceModel, guess: Occurrence): boolean =>
  model.segments.some(({ assigned }) => assigned.has(guess.name))

/** Every place that names the same thing, in the order of the text. */
export function listReferences(model: SourceModel, thing: NamedThing): Reference[] {
  const found: Reference[] = []
  for (const segment of model.segments) {
    if (!segment.words.has(thing.name)) continue
    const by = segment.start - segment.origin
    for (const each of occurrencesIn(segment, model.source)) {
      if (each.name !== thing.name || thingOf(model, each)?.key !== thing.key) continue
      found.push({ start: each.start + by, end: each.end + by, text: each.text, role: each.role })
    }
  }
  return found
}

/** The thing named at an offset. */
export function thingAt(model: SourceModel, offset: number): NamedThing | null {
  const occurrence = occurrenceAt(model, offset)
  return occurrence === null ? null : thingOf(model, occurrence)
}

/** Every variable that something sets, in the author's first spelling, by normal name. */
export function variablesOf(model: SourceModel): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const segment of model.segments)
    for (const each of occurrencesIn(segment, model.source))
      if (
        each.kind === "variable" &&
        each.role !== "read" &&
        !each.isParam &&
        !found.has(each.name)
      )
        found.set(each.name, each.text)
  return found
}

/** Names of labels that a jump from `flow` can lead to. */
export function labelsOf(model: SourceModel, flow: string | null): string[] {
  return model.segments.flatMap((segment) =>
    occurrencesIn(segment, model.source)
      .filter((each) => each.kind === "label" && each.role === "define" && each.flow === flow)
      .map(({ text }) => text),
  )
}

export const isSameName = (a: string, b: string): boolean => normalName(a) === normalName(b)
