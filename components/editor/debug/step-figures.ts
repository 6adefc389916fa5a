import { type CanvasFlow, type FlowDocument, listStatements, type ScriptCoverage } from "#basic"
import { wayKey } from "../../canvas/step-marks.ts"

/** How often a step or a way was taken, and how many of those who came went no further. */
export interface Figure {
  readonly count: number
  readonly left: number
}
/** By step id, and by `wayKey`. */
export type Figures = ReadonlyMap<string, Figure>

/** What tests took, by the ids of the canvas. Nothing was taken of a script that no test has run. */
export function figuresOfCoverage(
  { program, layout, flows }: FlowDocument,
  coverage: ScriptCoverage | undefined,
): Figures {
  const ids = new Map(
    listStatements(program).map(({ path }, index) => [path, layout.stepIds[index] ?? ""]),
  )
  const figures = new Map<string, Figure>()
  if (coverage === undefined) {
    for (const { id } of flows.flatMap(({ groups }) => groups.flatMap(({ steps }) => steps)))
      figures.set(id, { count: 0, left: 0 })
    return figures
  }
  for (const { id, count } of coverage.steps) figures.set(ids.get(id) ?? "", { count, left: 0 })
  for (const { stepId, key, count } of coverage.outlets)
    figures.set(wayKey(ids.get(stepId) ?? "", key), { count, left: 0 })
  return figures
}

/** Counts over real conversations: `steps` that acted, and the `ways` from one of them to the next. */
export interface TrafficCounts {
  readonly conversations: number
  readonly steps: readonly { stepId: string; reached: number; left: number }[]
  readonly ways: readonly { from: string; to: string; count: number }[]
}

/**
 * Traffic by the ids of the canvas. Only steps that act are counted by the server; what lies between two of them
 * is told from the drawing, where there is but one way from the one to the other.
 */
export function figuresOfTraffic(
  document: FlowDocument,
  { conversations, steps, ways }: TrafficCounts,
  findOwn: (stepId: string) => string | null,
): Figures {
  const counted = new Map(
    steps.flatMap(({ stepId, reached, left }): [string, Figure][] => {
      const own = findOwn(stepId)
      return own === null ? [] : [[own, { count: reached, left }]]
    }),
  )
  const between = new Map<string, number>()
  for (const flow of document.flows)
    for (const { from, to, count } of ways) {
      const [start, end] = [findOwn(from), findOwn(to)]
      if (start === null || end === null) continue
      for (const key of findBetween(flow, start, end, counted))
        between.set(key, Math.min(conversations, (between.get(key) ?? 0) + count))
    }
  const derived = [...between].map(([key, count]) => [key, { count, left: 0 }] as const)
  return new Map([...derived, ...counted])
}

interface Place {
  readonly groupId: string
  readonly index: number
  /** Ways and steps on the way to here. */
  readonly passed: readonly string[]
}

/** More ways than this are not looked at. */
const mostPlaces = 400

/** What every way from one step to another goes through, by way of steps that were never counted. */
function findBetween(
  flow: CanvasFlow,
  from: string,
  to: string,
  counted: ReadonlyMap<string, Figure>,
): readonly string[] {
  const groups = new Map(flow.groups.map((group) => [group.id, group]))
  const start = flow.groups.find(({ steps }) => steps.some(({ covers }) => covers.includes(from)))
  if (start === undefined) return []
  const index = start.steps.findIndex(({ covers }) => covers.includes(from))
  const pending: Place[] = leave(flow, { groupId: start.id, index, passed: [] })
  const found: (readonly string[])[] = []
  for (let looked = 0; looked < mostPlaces; looked++) {
    const place = pending.shift()
    if (place === undefined) break
    const group = groups.get(place.groupId)
    const step = group?.steps[place.index]
    if (step?.covers.includes(to)) {
      found.push(place.passed)
      continue
    }
    const isCounted = step?.covers.some((id) => counted.has(id)) ?? false
    if (group === undefined || isCounted || (step && place.passed.includes(step.id))) continue
    const passed = step ? [...place.passed, step.id] : place.passed
    pending.push(...leave(flow, { ...place, passed }))
  }
  const [first = [], ...others] = found
  return first.filter((key) => others.every((passed) => passed.includes(key)))
}

/** Where the flow goes on behind a step. */
function leave(flow: CanvasFlow, { groupId, index, passed }: Place): Place[] {
  const group = flow.groups.find(({ id }) => id === groupId)
  const step = group?.steps[index]
  if (group === undefined) return []
  const outlets = step?.outlets ?? []
  const byOutlet = flow.edges
    .filter(({ from }) => step !== undefined && from.stepId === step.id)
    .map(({ from, to }) => ({
      groupId: to,
      index: 0,
      passed: [...passed, wayKey(from.stepId ?? "", from.outlet ?? "")],
    }))
  if (index + 1 < group.steps.length) return [...byOutlet, { groupId, index: index + 1, passed }]
  const atEnd = flow.edges
    .filter(({ from }) => from.groupId === groupId && from.stepId === null)
    .map(({ to }) => ({ groupId: to, index: 0, passed: [...passed, wayKey(groupId, "end")] }))
  return [...byOutlet, ...(outlets.length > 0 && byOutlet.length === outlets.length ? [] : atEnd)]
}
