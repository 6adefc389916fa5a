/** The ways out of the steps of a program, under the keys that the canvas draws them with. */
import type { Expression, HearStatement, SelectStatement, Statement } from "../ast/nodes.ts"
import { listBodies } from "../graph/bodies.ts"
import { listChoices } from "../graph/menu.ts"
import { findCase } from "../graph/outlets.ts"
import { listTargets } from "../graph/targets.ts"
import { textOf } from "../source/line-map.ts"
import { isLoop, markOf } from "./marks.ts"

/** How a run shows that a way was taken. */
export type OutletSign =
  | { readonly kind: "mark"; readonly id: string }
  /** The menu was answered with this of its choices; null: otherwise. */
  | { readonly kind: "choice"; readonly stepId: string; readonly choice: number | null }
  | { readonly kind: "timeout"; readonly stepId: string }
  /** The step has no other way. */
  | { readonly kind: "step"; readonly stepId: string }

export interface OutletPlace {
  readonly stepId: string
  /** "yes", "no", "choice:0", "failed": as on the canvas. */
  readonly key: string
  /** What the author wrote for it: the choice, the case; else "". */
  readonly text: string
  /** Offset of what it stands for in the source. */
  readonly at: number
  readonly sign: OutletSign
}

interface Place {
  readonly statement: Statement
  readonly id: string
  /** The SELECT CASE that chooses by the answer of this menu. */
  readonly select: { readonly id: string; readonly statement: SelectStatement } | null
  readonly source: string
}

export function listOutlets(place: Place): OutletPlace[] {
  const { statement, id } = place
  const ways = listBodyWays(place)
  const [target] = listTargets(statement)
  if (target !== undefined && ["failed", "message", "silence"].includes(target.key))
    ways.push(mark(place, target.key))
  if (target?.key === "gosub")
    ways.push({ ...mark(place, "gosub"), sign: { kind: "step", stepId: id } })
  if (statement.kind === "HearStatement" && statement.timeout !== null)
    ways.push({ ...mark(place, "timeout"), sign: { kind: "timeout", stepId: id } })
  if (isLoop(statement)) ways.push(mark(place, "after"))
  return ways
}

function listBodyWays(place: Place): OutletPlace[] {
  const { statement } = place
  if (statement.kind === "HearStatement" && statement.options.length > 0)
    return listMenuWays(place, statement)
  const ends = listChoices(statement)
  if (ends.length > 0) return listEndWays(place, ends)
  if (statement.kind === "SelectStatement")
    return [...listCaseWays(place, statement, place.id), mark(place, "else")]
  if (statement.kind === "IfStatement") {
    const branches = statement.branches.map(({ condition }, index) =>
      mark(place, index === 0 ? "yes" : `elseif:${index}`, condition),
    )
    return [...branches, mark(place, "no")]
  }
  if (statement.kind === "TryStatement" && statement.handler !== null)
    return [mark(place, "body"), mark(place, "failed")]
  const hasBody = listBodies(statement).some(({ outlet }) => outlet === "body")
  return hasBody ? [mark(place, "body")] : []
}

function listCaseWays(place: Place, select: SelectStatement, selectId: string): OutletPlace[] {
  return select.cases.map(({ values }, index) => ({
    ...mark(place, `case:${index}`, values[0]),
    text: values.map((value) => textOf(place.source, value.span)).join(", "),
    sign: { kind: "mark", id: markOf(selectId, `case:${index}`) },
  }))
}

/** One way a choice, then the cases that no choice names, then any other answer. */
function listMenuWays(place: Place, hear: HearStatement): OutletPlace[] {
  const { id, select } = place
  const choices = hear.options.map((option, index): OutletPlace => {
    const sign = { kind: "choice", stepId: id, choice: index } as const
    return { ...mark(place, `choice:${index}`, option), sign }
  })
  const named = new Set(hear.options.map((option) => findCase(select?.statement ?? null, option)))
  const cases = select === null ? [] : listCaseWays(place, select.statement, select.id)
  const sign = { kind: "choice", stepId: id, choice: null } as const
  return [
    ...choices,
    ...cases.filter((_, index) => !named.has(index)),
    { ...mark(place, "else"), sign },
  ]
}

/** One way an end, then the cases that no end names, then none of them. An end without a case goes where anything else goes. */
function listEndWays(place: Place, ends: readonly Expression[]): OutletPlace[] {
  const { select, id } = place
  const sign: OutletSign =
    select === null ? { kind: "step", stepId: id } : { kind: "mark", id: markOf(select.id, "else") }
  const cases = select === null ? [] : listCaseWays(place, select.statement, select.id)
  const named = ends.map((end) => findCase(select?.statement ?? null, end))
  const ways = named.map((at, index): OutletPlace => {
    const own = at === null ? undefined : cases[at]
    return { ...(own ?? { ...mark(place, "else"), sign }), key: `choice:${index}` }
  })
  const others = cases.filter((_, index) => !named.includes(index))
  return [...ways, ...others, { ...mark(place, "else"), sign }]
}

function mark({ statement, id, source }: Place, key: string, words?: Expression): OutletPlace {
  return {
    stepId: id,
    key,
    text: words === undefined ? "" : textOf(source, words.span),
    at: (words ?? statement).span.start,
    sign: { kind: "mark", id: markOf(id, key) },
  }
}
