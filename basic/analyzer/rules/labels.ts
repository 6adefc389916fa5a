import type { Block, LabelStatement } from "../../ast/nodes.ts"
import { normalName } from "../../parser/normal-name.ts"
import { listJumps } from "../jumps.ts"
import {
  type FlowStatement,
  headSpan,
  type PlacedStatement,
  type ProgramFacts,
} from "../program-facts.ts"

type Labels = Map<string, PlacedStatement>

/** Every jump has its label in the same flow, in a body the jump stands in; every label is there once. */
export function checkLabels(facts: ProgramFacts) {
  const byFlow = collectLabels(facts)
  for (const place of facts.places)
    for (const jump of listJumps(place.statement, facts.source)) {
      const labels = byFlow.get(jump.isFromMain ? null : place.flow) ?? new Map()
      const target = labels.get(normalName(jump.label))
      if (target === undefined) {
        const names = [...labels.values()].map((each) => labelOf(each).name)
        const nearest = facts.suggest(jump.label, names)
        facts.report("basic.missing_label", jump.span, { found: jump.label, nearest })
      } else if (!contains(jump.isFromMain ? [facts.program.body] : place.blocks, target.blocks)) {
        const owner = target.ancestors.at(-1)
        const line = owner === undefined ? 0 : facts.lineOf(owner.span)
        const block = `the block that begins in line ${line}`
        facts.report("basic.jump_into_block", jump.span, { found: jump.label, block })
      }
    }
}

function collectLabels(facts: ProgramFacts): Map<FlowStatement | null, Labels> {
  const byFlow = new Map<FlowStatement | null, Labels>()
  for (const place of facts.places) {
    if (place.statement.kind !== "LabelStatement") continue
    const labels: Labels = byFlow.get(place.flow) ?? new Map()
    byFlow.set(place.flow, labels)
    const name = normalName(place.statement.name)
    const known = labels.get(name)
    if (known === undefined) labels.set(name, place)
    else
      facts.report("basic.duplicate_label", headSpan(place.statement), {
        found: place.statement.name,
        line: facts.lineOf(known.statement.span),
      })
  }
  return byFlow
}

/** The bodies around a label must all be around the jump as well. */
const contains = (around: readonly Block[], needed: readonly Block[]): boolean =>
  needed.every((block, index) => around[index] === block)

const labelOf = (place: PlacedStatement): LabelStatement => place.statement as LabelStatement
