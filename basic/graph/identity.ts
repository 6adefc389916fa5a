/**
 * Keeps step ids through edits of the text.
 *
 * Per flow: the longest common subsequence of statements first; then what was edited in place, among
 * the unmatched between two matched neighbours; then twins that moved elsewhere. What is left is new
 * and gets the next id. Nothing is random: the same edits give the same ids.
 */
import type { Statement } from "../ast/nodes.ts"
import { printStatement } from "../printer/print.ts"
import type { Span } from "../source/span.ts"
import { withoutBodies } from "./bodies.ts"
import type { ListedStep } from "./list-steps.ts"
import { matchKeys } from "./match.ts"

/** The steps of one version of a program with the text they were read from. */
export interface StepList {
  readonly source: string
  readonly steps: readonly ListedStep[]
}
export interface CarriedIds {
  readonly stepIds: readonly string[]
  /** The number the next new step gets; it never falls, so an id is never used twice. */
  readonly nextId: number
  /** What the ids of new steps end with. */
  readonly maker?: string | undefined
}

/** Gives each step of `after` the id it had before, or a new one ("s17"). */
export function carryIds(before: StepList & CarriedIds, after: StepList): CarriedIds {
  const ids: (string | null)[] = after.steps.map(() => null)
  const taken = new Set<string>()
  const give = (from: number, to: number): void => {
    ids[to] = before.stepIds[from]!
    taken.add(before.stepIds[from]!)
  }
  const old = { ...before, isFree: (at: number) => !taken.has(before.stepIds[at]!) }
  const fresh = { ...after, isFree: (at: number) => ids[at] === null }
  for (const [from, to] of pairFlows(old, fresh)) matchFlow(old, from, fresh, to, give)
  matchTwins(old, fresh, give)
  return fillIds(ids, before.nextId, before.maker)
}

/** Numbers steps that have no id yet, in text order. */
export function fillIds(ids: readonly (string | null)[], firstId: number, maker = ""): CarriedIds {
  let nextId = firstId
  const stepIds = ids.map((id) => id ?? `s${nextId++}${maker}`)
  return { stepIds, nextId }
}

interface Side extends StepList {
  readonly isFree: (index: number) => boolean
}

/** Indexes of the steps of each flow: flows of one name belong together, renamed ones by their order. */
function pairFlows(before: Side, after: Side): [readonly number[], readonly number[]][] {
  const old = groupByFlow(before)
  const fresh = groupByFlow(after)
  const pairs: [readonly number[], readonly number[]][] = []
  const left: (readonly number[])[] = []
  for (const [flow, indexes] of fresh) {
    const same = old.get(flow)
    if (same === undefined) left.push(indexes)
    else pairs.push([same, indexes])
    old.delete(flow)
  }
  const renamed = [...old.values()]
  left.forEach((indexes, at) => {
    if (renamed[at] !== undefined) pairs.push([renamed[at], indexes])
  })
  return pairs
}

function groupByFlow(side: Side): Map<string, number[]> {
  const flows = new Map<string, number[]>()
  side.steps.forEach(({ flow }, index) => {
    if (!side.isFree(index)) return
    const found = flows.get(flow)
    if (found === undefined) flows.set(flow, [index])
    else found.push(index)
  })
  return flows
}

type Give = (from: number, to: number) => void

function matchFlow(
  before: Side,
  from: readonly number[],
  after: Side,
  to: readonly number[],
  give: Give,
): void {
  const old = from.map((index) => quickKey(before, index))
  const fresh = to.map((index) => quickKey(after, index))
  const pairs = matchKeys(old, fresh)
  let a = 0
  let b = 0
  for (const [atA, atB] of [...pairs, [from.length, to.length] as const]) {
    matchNeighbours(before, from.slice(a, atA), after, to.slice(b, atB), give)
    if (atA < from.length) give(from[atA]!, to[atB]!)
    a = atA + 1
    b = atB + 1
  }
}

/** Between two matched neighbours: what prints the same, then the same kind, then the same place. */
function matchNeighbours(
  before: Side,
  from: readonly number[],
  after: Side,
  to: readonly number[],
  give: Give,
): void {
  if (from.length === 0 || to.length === 0) return
  const rules: ((side: Side, index: number) => string)[] = [
    printedKey,
    (side, index) => side.steps[index]!.statement.kind,
    (side, index) => placeKey(side.steps[index]!.statement),
  ]
  for (const key of rules) {
    const old = from.filter((index) => before.isFree(index))
    const fresh = to.filter((index) => after.isFree(index))
    if (old.length === 0 || fresh.length === 0) return
    const pairs = matchKeys(
      old.map((index) => key(before, index)),
      fresh.map((index) => key(after, index)),
    )
    for (const [a, b] of pairs) give(old[a]!, fresh[b]!)
  }
}

/** A label or a SUB never turns into a step: groups and flows are known by their ids. */
const placeKey = ({ kind }: Statement): string =>
  kind === "LabelStatement" || kind === "ProcedureStatement" ? kind : ""

/** Statements that moved: equal text somewhere else, nearest order first. */
function matchTwins(before: Side, after: Side, give: Give): void {
  const places = new Map<string, number[]>()
  before.steps.forEach((_, index) => {
    if (!before.isFree(index)) return
    const key = printedKey(before, index)
    const found = places.get(key)
    if (found === undefined) places.set(key, [index])
    else found.push(index)
  })
  if (places.size === 0) return
  after.steps.forEach((_, index) => {
    const from = after.isFree(index) ? places.get(printedKey(after, index))?.shift() : undefined
    if (from !== undefined) give(from, index)
  })
}

/** The statement's own text as written: the whole of a plain one, the first line of a structured one. */
function quickKey({ source, steps }: StepList, index: number): string {
  const { statement } = steps[index]!
  const text = source.slice(statement.span.start, endOfOwnText(source, statement))
  return `${statement.kind} ${text}`
}

function endOfOwnText(source: string, statement: Statement): number {
  const { start, end }: Span = statement.span
  if (!hasBody(statement)) return end
  const lineBreak = source.indexOf("\n", start)
  return lineBreak === -1 || lineBreak > end ? end : lineBreak
}

const hasBody = (statement: Statement): boolean =>
  statement.kind === "ProcedureStatement" || withoutBodies(statement) !== statement

/** What does not change when only the spelling does: keywords in lower case, blanks. */
function printedKey({ steps }: StepList, index: number): string {
  const { statement } = steps[index]!
  if (statement.kind === "ProcedureStatement") return `${statement.word} ${statement.name}`
  return printStatement({ ...withoutBodies(statement), leading: [], trailing: null })
}
