import { type Edge, MarkerType, type Node, Position } from "@xyflow/react"
import {
  type CanvasEdge,
  type CanvasFlow,
  type CanvasGroup,
  estimateHeight,
  type Note,
} from "#basic"
import { type GroupName, nameOf } from "./group-name.ts"
import { handleOf, inHandle } from "./port-handle.ts"
import { isSameCard } from "./same-card.ts"

export interface CardFacts {
  readonly group: CanvasGroup
  readonly name: GroupName
  /** What the end of the card leads to; null when nothing leads on from there. */
  readonly next: GroupName | null
  /** Every way out is an outlet of the last step: the end itself has nothing to connect. */
  readonly hasEnd: boolean
  readonly [key: string]: unknown
}
export type GroupNode = Node<CardFacts, "card">

export interface NoteFacts {
  readonly note: Note
  readonly [key: string]: unknown
}
export type NoteNode = Node<NoteFacts, "note">
export type CanvasNode = GroupNode | NoteNode

export interface WayFacts {
  readonly edge: CanvasEdge
  readonly lane: number
  readonly arrival: number
  readonly [key: string]: unknown
}
export type WayEdge = Edge<WayFacts, "way">

/** The nodes of a flow; what React Flow measured and moved of the old ones is kept while ids stay. */
export function toNodes(
  flow: CanvasFlow,
  old: readonly CanvasNode[],
  selectedIds: readonly string[],
): CanvasNode[] {
  const known = new Map(old.map((node) => [node.id, node]))
  return [
    ...flow.notes.map((note) => toNoteNode(note, known.get(note.id), selectedIds)),
    ...toCardNodes(flow, known, selectedIds),
  ]
}

function toNoteNode(
  note: Note,
  before: CanvasNode | undefined,
  selectedIds: readonly string[],
): NoteNode {
  const { id, x, y, width, height, kind } = note
  return {
    ...(before?.measured ? { measured: before.measured } : {}),
    ...{ id, type: "note" as const, position: { x, y }, width, height, data: { note } },
    selected: selectedIds.includes(id),
    // Regions lie behind everything, notes above the cards.
    zIndex: kind === "region" ? -1 : 2,
    dragHandle: ".bw-note-head",
    deletable: false,
    connectable: false,
  }
}

function toCardNodes(
  flow: CanvasFlow,
  known: ReadonlyMap<string, CanvasNode>,
  selectedIds: readonly string[],
): GroupNode[] {
  const ends = new Map(
    flow.edges.filter(({ from }) => from.stepId === null).map((edge) => [edge.from.groupId, edge]),
  )
  const names = new Map(flow.groups.map((group) => [group.id, nameOf(flow, group)]))
  const nothing: GroupName = { title: "", stand: "after", caption: null }
  return flow.groups.map((group) => {
    const before = known.get(group.id)
    const end = ends.get(group.id)
    const data: CardFacts = {
      group,
      name: names.get(group.id) ?? nothing,
      next: end ? (names.get(end.to) ?? null) : null,
      hasEnd: end !== undefined || group.exit !== "next",
    }
    const position = { x: group.x, y: group.y }
    const selected = selectedIds.includes(group.id)
    if (before?.type === "card" && isSameCard(before.data, data))
      return isPlacedAt(before, position, selected) ? before : { ...before, position, selected }
    return {
      ...(before?.measured ? { measured: before.measured } : guessSize(flow, group)),
      id: group.id,
      type: "card" as const,
      position,
      selected,
      data,
      dragHandle: ".bw-group-head",
      deletable: false,
    }
  })
}

const isPlacedAt = (node: GroupNode, { x, y }: GroupNode["position"], selected: boolean): boolean =>
  node.position.x === x && node.position.y === y && node.selected === selected

/**
 * The size of a card that was never drawn, and where its ways begin: those far away are drawn only once someone
 * looks at them, yet ways lead to them from the beginning. Units: canvas pixels.
 */
function guessSize(flow: CanvasFlow, group: CanvasGroup) {
  const height = group.look.isCollapsed ? 120 : estimateHeight(group.steps)
  const spot = { width: 12, height: 12 }
  const arrival = {
    ...{ id: inHandle, type: "target" as const, position: Position.Left },
    ...{ x: -6, y: 15, ...spot },
  }
  const ports = flow.edges.filter(({ from }) => from.groupId === group.id)
  const outs = ports.map(({ from }, index) => ({
    ...{ id: handleOf(from), type: "source" as const, position: Position.Right },
    ...{ x: 294, y: height - 20 - (ports.length - 1 - index) * 30, ...spot },
  }))
  return { initialWidth: 300, initialHeight: height, handles: [arrival, ...outs] }
}

/** The ways of a flow; `nameOfWay` says one to those who cannot see it. */
export function toEdges(
  flow: CanvasFlow,
  selectedEdgeId: string | null,
  nameOfWay: (edge: CanvasEdge) => string,
): WayEdge[] {
  const lanes = countLanes(flow)
  const arrivals = new Map(flow.groups.map((group, index) => [group.id, index]))
  return flow.edges.map((edge) => ({
    id: edge.id,
    type: "way" as const,
    source: edge.from.groupId,
    sourceHandle: handleOf(edge.from),
    target: edge.to,
    targetHandle: inHandle,
    data: { edge, lane: lanes.get(edge.id) ?? 0, arrival: arrivals.get(edge.to) ?? 0 },
    selected: edge.id === selectedEdgeId,
    selectable: edge.isEditable,
    focusable: edge.isEditable,
    deletable: false,
    ariaLabel: nameOfWay(edge),
    markerEnd: {
      type: MarkerType.ArrowClosed,
      // As large at a way that is drawn thick.
      markerUnits: "userSpaceOnUse",
      width: 23,
      height: 23,
      color: edge.id === selectedEdgeId ? "var(--bw-accent)" : "var(--bw-way)",
    },
  }))
}

/**
 * Gives each way that leaves a card a lane of its own, so that they do not lie on one another: of those that go
 * down the upper ones turn later, of those that go up the lower ones.
 */
function countLanes(flow: CanvasFlow): Map<string, number> {
  const heights = new Map(flow.groups.map(({ id, y }) => [id, y]))
  const leaving = new Map<string, CanvasEdge[]>()
  for (const edge of flow.edges) {
    const others = leaving.get(edge.from.groupId)
    if (others) others.push(edge)
    else leaving.set(edge.from.groupId, [edge])
  }
  const lanes = new Map<string, number>()
  for (const [groupId, edges] of leaving) {
    const goesUp = (edge: CanvasEdge) =>
      (heights.get(edge.to) ?? 0) < (heights.get(groupId) ?? 0) + 1
    const up = edges.filter(goesUp)
    const down = edges.filter((edge) => !goesUp(edge))
    for (const [index, edge] of up.entries()) lanes.set(edge.id, index)
    for (const [index, edge] of down.reverse().entries()) lanes.set(edge.id, index)
  }
  return lanes
}
