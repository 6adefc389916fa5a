/**
 * Cuts the groups of a graph into cards, the way a person sees them, and finds where each card leads.
 *
 * A group of the graph is one card, unless a step in its middle has bodies that are drawn: then the
 * card ends with that step, and what follows is a continuation card that the bodies join.
 */
import { isOff } from "../ast/is-off.ts"
import type { Body, Exit, Flow, Graph, Group, GroupLabel, StatementStep } from "./graph.ts"
import { isFlowPlace } from "./graph.ts"
import type { BodyLook } from "./step-flow.ts"
import { bodyLook, isApart, stepFalls } from "./step-flow.ts"

/** Where a card's statements stand: the body of a statement, or the program itself. */
export interface BlockPlace {
  /** Id of the statement that holds the block: a SELECT's own, not that of its HEAR. */
  readonly ownerId: string | null
  readonly outlet: string
}

export interface PlacedStep {
  readonly step: StatementStep
  /** Index of its first statement in the block. */
  readonly at: number
  /** The bodies that leave by an outlet, and how they look. */
  readonly bodies: ReadonlyMap<string, BodyLook>
}

export interface Card {
  readonly id: string
  readonly flowId: string
  readonly label: GroupLabel | null
  readonly isEntry: boolean
  readonly inline: { readonly stepId: string; readonly outlet: string } | null
  readonly block: BlockPlace
  readonly steps: readonly PlacedStep[]
  /** Indexes in the block: behind the label, and behind the last step. */
  readonly start: number
  readonly end: number
  /** Index of the GOTO, EXIT or CONTINUE the card ends with; null when the text simply goes on. */
  readonly exitAt: number | null
  /** "continues": a drawn step is the last, and the card `to` goes on after its bodies. */
  readonly exit: Exit | { readonly kind: "continues"; readonly to: string }
  /** Where it goes on when nothing in its own block follows: what comes after the step around it. */
  readonly follow: string | null
  /** Whether anything reaches the end of the steps: not after RETURN, or when each branch leads elsewhere. */
  readonly falls: boolean
  readonly loops: readonly LoopFrame[]
}

/** A loop around a card. */
export interface LoopFrame {
  readonly word: "FOR" | "WHILE" | "DO"
  readonly cardId: string
  readonly after: string | null
}

export interface FlowCards {
  readonly flow: Flow
  readonly cards: readonly Card[]
}

/** Cuts every flow of a graph. The first card of a flow is its entry; a flow without steps has one empty card. */
export const cutCards = (graph: Graph): FlowCards[] =>
  graph.flows.map((flow) => {
    const cards: Card[] = []
    const place: BlockPlace =
      flow.kind === "main" ? { ownerId: null, outlet: "" } : { ownerId: flow.id, outlet: "body" }
    cutBody(flow.body, { cards, flow, block: place, follow: null, loops: [], inline: null })
    const firstId = `${flow.id}.start`
    if (cards.length === 0) cards.push(emptyCard(firstId, { flow, block: place }))
    const [entry, ...others] = cards
    return { flow, cards: [{ ...entry!, isEntry: true }, ...others] }
  })

interface BodyContext {
  readonly cards: Card[]
  readonly flow: Flow
  readonly block: BlockPlace
  readonly follow: string | null
  readonly loops: readonly LoopFrame[]
  readonly inline: Card["inline"]
}

const emptyCard = (
  id: string,
  { flow, block, ...rest }: Pick<BodyContext, "flow" | "block"> & Partial<BodyContext>,
): Card => ({
  id,
  flowId: flow.id,
  label: null,
  isEntry: false,
  inline: rest.inline ?? null,
  block,
  steps: [],
  start: 0,
  end: 0,
  exitAt: null,
  exit: { kind: "next", to: null },
  follow: rest.follow ?? null,
  falls: true,
  loops: rest.loops ?? [],
})

function cutBody(body: Body, context: BodyContext): void {
  let at = 0
  body.groups.forEach((group, index) => {
    const inline = index === 0 ? context.inline : null
    at = cutGroup(group, at, { ...context, inline })
  })
}

/** Cuts one group from the statement at `at`; gives the index of the statement behind it. */
function cutGroup(group: Group, at: number, context: BodyContext): number {
  const start = group.label === null ? at : at + 1
  const { steps, behind } = placeSteps(group, start)
  const isOnlyPlaces = steps.length === 0 && group.steps.length > 0
  const next = group.exit.kind === "next" ? behind : behind + 1
  if (isOnlyPlaces && group.label === null && group.exit.kind === "next") return next
  const pieces = splitSteps(steps)
  pieces.forEach((piece, index) => {
    const isFirst = index === 0
    const isLast = index === pieces.length - 1
    const previous = pieces[index - 1]?.at(-1)
    const id = previous === undefined ? group.id : continuationId(previous)
    const last = piece.at(-1)
    const falls = last === undefined || stepFalls(last.step)
    const exit = isLast ? group.exit : ({ kind: "continues", to: continuationId(last!) } as const)
    const from = previous === undefined ? start : previous.at + lengthOf(previous)
    const end = last === undefined ? from : last.at + lengthOf(last)
    const inline = isFirst ? context.inline : null
    const { flow, block, follow, loops } = context
    context.cards.push({
      id,
      flowId: flow.id,
      label: isFirst ? group.label : null,
      isEntry: false,
      inline,
      block,
      steps: piece,
      start: from,
      end: isLast && steps.length === 0 ? behind : end,
      exitAt: isLast && group.exit.kind !== "next" ? behind : roundAt(last),
      exit,
      follow,
      falls,
      loops,
    })
    if (last !== undefined) cutBodies(last, id, followOf(exit, context), context)
  })
  return next
}

/** CONTINUE is a step a person sees, but an edge may take its place as it takes that of EXIT. */
const roundAt = (last: PlacedStep | undefined): number | null =>
  last?.step.statement.kind === "ContinueStatement" && !isOff(last.step.statement) ? last.at : null

const continuationId = ({ step }: PlacedStep): string => `${step.id}.next`
const lengthOf = ({ step }: PlacedStep): number => (step.select === null ? 1 : 2)

/** Where the bodies of a card's last step go on. */
function followOf(exit: Card["exit"], context: BodyContext): string | null {
  if (exit.kind === "end") return null
  return exit.kind === "next" ? (exit.to ?? context.follow) : exit.to
}

function placeSteps(group: Group, start: number): { steps: PlacedStep[]; behind: number } {
  const steps: PlacedStep[] = []
  let at = start
  for (const step of group.steps) {
    if (isFlowPlace(step)) {
      at += 1
      continue
    }
    const bodies = new Map<string, BodyLook>()
    for (const outlet of step.outlets) {
      if ("body" in outlet) bodies.set(outlet.key, bodyLook(step, outlet.body))
    }
    steps.push({ step, at, bodies })
    at += step.select === null ? 1 : 2
  }
  return { steps, behind: at }
}

export const isDrawn = (placed: PlacedStep): boolean =>
  [...placed.bodies.values()].some(({ kind }) => kind === "cards")

/** Ends a piece after each drawn step that is not the last, and where the text never goes on. */
function splitSteps(steps: readonly PlacedStep[]): PlacedStep[][] {
  const pieces: PlacedStep[][] = [[]]
  steps.forEach((placed, index) => {
    pieces.at(-1)!.push(placed)
    const isEnd = isDrawn(placed) || !stepFalls(placed.step)
    if (isEnd && index < steps.length - 1) pieces.push([])
  })
  return pieces
}

/** The bodies of a drawn step; a loop's body goes round to the loop's card. */
function cutBodies(
  placed: PlacedStep,
  cardId: string,
  after: string | null,
  context: BodyContext,
): void {
  const holder = placed.step.select ?? placed.step
  for (const outlet of placed.step.outlets) {
    if (!("body" in outlet) || placed.bodies.get(outlet.key)?.kind !== "cards") continue
    const word = loopWord(holder.statement.kind)
    const inner: BodyContext = {
      cards: context.cards,
      flow: context.flow,
      block: { ownerId: holder.id, outlet: outlet.key },
      follow: isApart(holder.statement.kind) ? null : word === null ? after : cardId,
      loops: word === null ? context.loops : [...context.loops, { word, cardId, after }],
      inline: { stepId: placed.step.id, outlet: outlet.key },
    }
    if (outlet.body.groups.length === 0)
      context.cards.push(emptyCard(`${holder.id}.${outlet.key}`, inner))
    else cutBody(outlet.body, inner)
  }
}

/** The word EXIT and CONTINUE know a loop by; null for what is no loop. */
export function loopWord(kind: string): LoopFrame["word"] | null {
  if (kind === "ForStatement" || kind === "ForEachStatement") return "FOR"
  if (kind === "WhileStatement") return "WHILE"
  return kind === "DoStatement" ? "DO" : null
}
