/** The edges of a flow: out of outlets, from the ends of cards, and from bodies back to what follows. */
import type { Card, LoopFrame, PlacedStep } from "./cards.ts"
import type { CanvasEdge, CanvasGroup, Port } from "./model.ts"
import type { Way } from "./outlets.ts"

/** The ways out of each step of a card, in the order of its steps. */
export type CardWays = readonly { readonly placed: PlacedStep; readonly ways: readonly Way[] }[]

export interface CardEdges {
  readonly edges: readonly CanvasEdge[]
  readonly exit: CanvasGroup["exit"]
}

/** Finds where a card leads. `bodies`: the first card of each body by `stepId outlet`. */
export function edgesOf(
  card: Card,
  ways: CardWays,
  bodies: ReadonlyMap<string, string>,
): CardEdges {
  const fromOutlets = ways.flatMap(({ placed, ways: outs }) =>
    outs.flatMap((way) => {
      const edge = outletEdge(card, placed, way, bodies)
      return edge === null ? [] : [edge]
    }),
  )
  const { edge, exit } = endEdge(card)
  return { edges: edge === null ? fromOutlets : [...fromOutlets, edge], exit }
}

export const bodyKey = (stepId: string, outlet: string): string => `${stepId} ${outlet}`

function outletEdge(
  card: Card,
  placed: PlacedStep,
  { key, target }: Way,
  bodies: ReadonlyMap<string, string>,
): CanvasEdge | null {
  const stepId = placed.step.id
  const from = { groupId: card.id, stepId, outlet: key }
  if (target?.kind === "goto") return target.to === null ? null : edge(from, target.to, "goto")
  if (target?.kind === "inline") {
    const first = bodies.get(bodyKey(stepId, target.body))
    return first === undefined ? null : edge(from, first, "inline")
  }
  // What is not connected goes on below; behind a drawn step, "below" is the continuation card.
  const isLast = card.steps.at(-1) === placed
  if (!isLast || card.exit.kind !== "continues" || !isOpenWay(key)) return null
  return edge(from, card.exit.to, "join")
}

/** A command that did not fail and a HEAR that was answered go on in any case: no arrow for that. */
const isOpenWay = (key: string): boolean => key !== "failed" && key !== "timeout"

function endEdge(card: Card): { edge: CanvasEdge | null; exit: CanvasGroup["exit"] } {
  const from = { groupId: card.id, stepId: null, outlet: null }
  const { exit } = card
  // A GOTO or EXIT behind RETURN is never reached and not drawn.
  if (!card.falls) return leftEdge(card, from)
  if (exit.kind === "continues") return { edge: null, exit: "next" }
  if (exit.kind === "end") return { edge: null, exit: "end" }
  if (exit.kind === "goto") {
    return { edge: exit.to === null ? null : edge(from, exit.to, "goto"), exit: "goto" }
  }
  if (exit.to !== null) return { edge: edge(from, exit.to, "next"), exit: "next" }
  if (card.follow !== null) return { edge: edge(from, card.follow, "join"), exit: "next" }
  return { edge: null, exit: "open" }
}

/** A card whose last step leaves: RETURN ends the flow, EXIT FOR and CONTINUE lead out of and round the loop. */
function leftEdge(card: Card, from: Port): ReturnType<typeof endEdge> {
  const statement = card.steps.at(-1)!.step.statement
  if (statement.kind === "ExitStatement" || statement.kind === "ContinueStatement") {
    const loop = findLoop(card.loops, statement.what)
    const to = statement.kind === "ContinueStatement" ? loop?.cardId : loop?.after
    return to ? { edge: edge(from, to, "join"), exit: "next" } : { edge: null, exit: "end" }
  }
  return { edge: null, exit: statement.kind === "ReturnStatement" ? "end" : "next" }
}

const findLoop = (loops: readonly LoopFrame[], what: string | null): LoopFrame | undefined =>
  loops.findLast(({ word }) => what === null || what === word)

function edge(from: Port, to: string, kind: CanvasEdge["kind"]): CanvasEdge {
  const id = from.stepId === null ? `${from.groupId}>` : `${from.stepId}>${from.outlet}`
  return { id, from, to, kind, isEditable: kind === "goto" || kind === "next" }
}
