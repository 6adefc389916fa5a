/** Opens a program for the canvas: flows, cards, steps, edges, positions and findings, all from the text. */
import { checkSource } from "../analyzer/check-source.ts"
import { isOff } from "../ast/is-off.ts"
import type { Program, Statement } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { checkTexts, isTextFinding } from "../translations/check-texts.ts"
import { type Card, cutCards, type FlowCards, type PlacedStep } from "./cards.ts"
import { bodyKey, type CardWays, edgesOf } from "./edges.ts"
import { endOf } from "./extent.ts"
import type { Graph } from "./graph.ts"
import { carryIds, fillIds } from "./identity.ts"
import { type ListedStep, listSteps } from "./list-steps.ts"
import type {
  CanvasEdge,
  CanvasFlow,
  CanvasGroup,
  CanvasStep,
  FlowDocument,
  Layout,
  Outlet,
} from "./model.ts"
import { listWays, type Way } from "./outlets.ts"
import { estimateHeight, placeCards } from "./place-cards.ts"
import { lookOf } from "./step-looks.ts"
import { titleOf } from "./titles.ts"
import { toGraph } from "./to-graph.ts"

/**
 * Opens a source text with its layout.
 *
 * Shape: `layout` in the result has an id for each step. The ids of `layout` are taken as they are when
 *        they are this text's own (one for each step, or no `previous`); when `layout` is still that of
 *        `previous`, the text was edited and ids are carried over to what is left of it.
 */
export function openDocument(
  source: string,
  layout: Layout,
  previous?: FlowDocument,
): FlowDocument {
  const { program, diagnostics } = checkSource(source)
  const steps = listSteps(program)
  const ids = identify({ source, steps }, layout, previous)
  return viewDocument({ source, program, steps, layout: { ...layout, ...ids } }, diagnostics)
}

/** The layout with an id for each step of a text: those that it has, and the ones everybody else gives the rest. */
export function layoutWithIds(program: Program, layout: Layout): Layout {
  return { ...layout, ...identify({ source: "", steps: listSteps(program) }, layout, undefined) }
}

/** A program with its ids: what gestures work on, and what the view is made of. */
export interface OpenProgram {
  readonly source: string
  readonly program: Program
  readonly steps: readonly ListedStep[]
  readonly layout: Layout
}

export function viewDocument(open: OpenProgram, diagnostics: readonly Diagnostic[]): FlowDocument {
  const { source, program, layout, steps } = open
  const statements = new Map(steps.map(({ statement }, at) => [layout.stepIds[at]!, statement]))
  const whole = { source, layout, statements }
  const flows = cutCards(graphOf(open)).map((flow) => viewFlow(flow, whole))
  return withFindings({ source, program, layout, flows, diagnostics: [] }, diagnostics)
}

/** The document with what parser and analyzer found in its text, and what is found in its texts in other languages. */
export function withFindings(
  document: FlowDocument,
  diagnostics: readonly Diagnostic[],
): FlowDocument {
  const { program, layout, source, flows } = document
  const own = diagnostics.filter((found) => !isTextFinding(found))
  const all = [...own, ...checkTexts(program, layout, source)]
  return { source, program, layout, flows, diagnostics: all }
}

/** The graph of an open program, its ids those of the layout. */
export function graphOf({ program, steps, layout }: OpenProgram): Graph {
  const ids = new Map(steps.map(({ path }, index) => [path, layout.stepIds[index]!]))
  return toGraph(program, (_, path) => ids.get(path)!)
}

function identify(
  after: { readonly source: string; readonly steps: readonly ListedStep[] },
  layout: Layout,
  previous: FlowDocument | undefined,
): Pick<Layout, "stepIds" | "nextId"> {
  const stepIds = uniqueIds(layout.stepIds)
  const nextId = nextIdOf(layout)
  if (previous !== undefined && isSameList(previous.layout.stepIds, layout.stepIds)) {
    const steps = listSteps(previous.program)
    if (steps.length === stepIds.length) {
      const { maker } = layout
      return carryIds({ source: previous.source, steps, stepIds, nextId, maker }, after)
    }
  }
  return fillIds(
    after.steps.map((_, index) => stepIds[index] ?? null),
    nextId,
    layout.maker,
  )
}

/** A layout is stored by others: an id that is there twice counts once. */
function uniqueIds(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const kept = ids.filter((id) => !seen.has(id) && seen.add(id))
  return kept.length === ids.length ? [...ids] : kept
}

/** One more than any number that an id ever had. */
export function nextIdOf(layout: Layout): number {
  const numbers = layout.stepIds.map((id) => Number(/^s(\d+)/.exec(id)?.[1] ?? 0))
  return numbers.reduce((most, number) => Math.max(most, number + 1), layout.nextId ?? 1)
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((id, index) => id === b[index]))

interface ViewedCard {
  readonly card: Card
  readonly ways: CardWays
  readonly steps: readonly CanvasStep[]
  readonly exit: CanvasGroup["exit"]
}

interface Whole extends Pick<OpenProgram, "source" | "layout"> {
  /** Statements with their bodies, by id: a step of the graph has only the first. */
  readonly statements: ReadonlyMap<string, Statement>
}

function viewFlow({ flow, cards }: FlowCards, whole: Whole): CanvasFlow {
  const { source, layout } = whole
  const bodies = new Map<string, string>()
  for (const { id, inline } of cards) {
    if (inline !== null) bodies.set(bodyKey(inline.stepId, inline.outlet), id)
  }
  const shown = new Set(cards.map(({ id }) => id))
  const edges: CanvasEdge[] = []
  const viewed = cards.map((card): ViewedCard => {
    const ways = card.steps.map((placed) => ({ placed, ways: listWays(placed, source) }))
    const found = edgesOf(card, ways, bodies)
    // A card inside a step that is switched off is not drawn.
    edges.push(...found.edges.filter(({ to }) => shown.has(to)))
    const steps = ways.map(({ placed, ways: outs }) => viewStep(placed, outs, whole))
    return { card, ways, steps, exit: found.exit }
  })
  const sizes = viewed.map(({ card, steps }) => ({ id: card.id, height: estimateHeight(steps) }))
  const places = placeCards(sizes, edges, layout.groups)
  const { id, kind, name, params } = flow
  const groups = viewed.map(({ card, steps, exit }): CanvasGroup => {
    const { label, isEntry, inline } = card
    const title = titleOf(card, layout)
    const place = places.get(card.id) ?? { x: 0, y: 0 }
    return {
      id: card.id,
      title,
      label: label?.name ?? null,
      isEntry,
      inline,
      steps,
      exit,
      ...place,
      look: layout.looks?.[card.id] ?? {},
    }
  })
  const notes = (layout.notes ?? []).filter((note) => note.flowId === id)
  return { id, kind, name, params, groups, edges, notes }
}

function viewStep({ step }: PlacedStep, ways: readonly Way[], whole: Whole): CanvasStep {
  const { source, statements } = whole
  const look = lookOf(step, source)
  const last = statements.get((step.select ?? step).id) ?? step.statement
  const span = { start: step.statement.span.start, end: endOf(source, last) }
  return {
    id: step.id,
    ...look,
    outlets: ways.map(viewOutlet),
    ...(isOff(step.statement) && { isOff: true }),
    span,
    source: source.slice(span.start, span.end),
    covers: step.select === null ? [step.id] : [step.id, step.select.id],
  }
}

const viewOutlet = ({ key, labelKey, text, target }: Way): Outlet => ({
  key,
  labelKey,
  text,
  isConnected: target !== null && target.kind !== "after" && !isNowhere(target),
})

const isNowhere = (target: NonNullable<Way["target"]>): boolean =>
  target.kind === "goto" && target.to === null
