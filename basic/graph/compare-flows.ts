/** What changed between two states of a bot, flow by flow and step by step, by the ids steps keep. */
import { isOff, offComment } from "../ast/is-off.ts"
import type { Statement } from "../ast/nodes.ts"
import { parse } from "../parser/parse.ts"
import { printStatement } from "../printer/print.ts"
import { withoutBodies } from "./bodies.ts"
import { fillIds } from "./identity.ts"
import { listSteps } from "./list-steps.ts"
import type { Layout } from "./model.ts"

/** A flow as it is stored. */
export interface StoredFlow {
  readonly name: string
  readonly source: string
  readonly layout: Layout
}

export interface StepChange {
  readonly id: string
  readonly kind: "added" | "removed" | "changed" | "moved"
  /** The step's own words, without what lies in it; null on the side that does not have it. */
  readonly before: string | null
  readonly after: string | null
}

export interface FlowChange {
  readonly name: string
  readonly kind: "added" | "removed" | "changed" | "same"
  /** In the order of the text: those that are there now, then those that are gone. */
  readonly steps: readonly StepChange[]
}

/**
 * Compares the flows of two states of a bot by name.
 *
 * Shape: flows of the later state in their order, then those that are gone. Labels are no steps of their
 *        own here; a flow of which only the layout or the blank lines differ is the same.
 */
export function compareFlows(
  before: readonly StoredFlow[],
  after: readonly StoredFlow[],
): FlowChange[] {
  const find = (flows: readonly StoredFlow[], name: string) =>
    flows.find((flow) => flow.name.toLowerCase() === name.toLowerCase())
  const kept = after.map((flow) => compareFlow(find(before, flow.name) ?? null, flow))
  const gone = before.filter(({ name }) => find(after, name) === undefined)
  return [...kept, ...gone.map((flow) => compareFlow(flow, null))]
}

function compareFlow(before: StoredFlow | null, after: StoredFlow | null): FlowChange {
  const name = (after ?? before)?.name ?? ""
  const old = readSteps(before)
  const fresh = readSteps(after)
  const moved = listMoved(old, fresh)
  const steps: StepChange[] = []
  for (const [id, text] of fresh) {
    const was = old.get(id)
    if (was === undefined) steps.push({ id, kind: "added", before: null, after: text })
    else if (was !== text) steps.push({ id, kind: "changed", before: was, after: text })
    else if (moved.has(id)) steps.push({ id, kind: "moved", before: was, after: text })
  }
  for (const [id, text] of old)
    if (!fresh.has(id)) steps.push({ id, kind: "removed", before: text, after: null })
  if (before === null) return { name, kind: "added", steps }
  if (after === null) return { name, kind: "removed", steps }
  return { name, kind: steps.length === 0 ? "same" : "changed", steps }
}

/** What each step says by itself, in the order of the text. */
function readSteps(flow: StoredFlow | null): Map<string, string> {
  if (flow === null) return new Map()
  const steps = listSteps(parse(flow.source).program)
  const { layout } = flow
  const given = steps.map((_, at) => layout.stepIds[at] ?? null)
  const { stepIds } = fillIds(given, layout.nextId ?? layout.stepIds.length + 1)
  return new Map(
    steps.flatMap(({ statement }, at): [string, string][] =>
      statement.kind === "LabelStatement" ? [] : [[stepIds[at] ?? "", sayStep(statement)]],
    ),
  )
}

/** A SUB or FUNCTION is a step only by its head. */
function sayStep(statement: Statement): string {
  const bare = { ...withoutBodies(statement), leading: [], trailing: null }
  const said = printStatement(bare).trim()
  const printed = isOff(statement) ? `' ${offComment}\n${said}` : said
  return statement.kind === "ProcedureStatement" ? (printed.split("\n")[0] ?? "") : printed
}

/** Steps of both sides that do not follow the same steps any more: the fewest that explain the new order. */
function listMoved(
  old: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const places = new Map([...old.keys()].map((id, place) => [id, place]))
  const shared = [...fresh.keys()].filter((id) => places.has(id))
  const order = shared.map((id) => places.get(id) ?? 0)
  const stays = new Set(longestRising(order).map((index) => shared[index]))
  return new Set(shared.filter((id) => !stays.has(id)))
}

/** Indexes of a longest rising subsequence. */
function longestRising(values: readonly number[]): number[] {
  const ends: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  })
  const rising: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rising.unshift(at)
  return rising
}
