import { type Edge, MarkerType, type Node } from "@xyflow/react"
import type { CanvasEdge, CanvasFlow, CanvasGroup, Outlet } from "#basic"
import { handleOf, inHandle } from "./port-handle.ts"

/** `caption` names the outlet whose steps an inline group holds. */
export type GroupNode = Node<{ group: CanvasGroup; caption: Outlet | null }, "card">
export type WayEdge = Edge<{ edge: CanvasEdge }, "way">

/** The nodes of a flow; what React Flow measured and moved of the old ones is kept while ids stay. */
export function toNodes(
  flow: CanvasFlow,
  old: readonly GroupNode[],
  selectedGroupId: string | null,
): GroupNode[] {
  const known = new Map(old.map((node) => [node.id, node]))
  return flow.groups.map((group) => {
    const before = known.get(group.id)
    const caption = findCaption(flow, group)
    const isSame = before && isSameData(before.data, { group, caption })
    const position = { x: group.x, y: group.y }
    const selected = group.id === selectedGroupId
    if (before && isSame) return { ...before, position, selected }
    return {
      ...(before?.measured ? { measured: before.measured } : {}),
      id: group.id,
      type: "card" as const,
      position,
      selected,
      data: { group, caption },
      dragHandle: ".bw-group-head",
      deletable: false,
      ariaLabel: group.title,
    }
  })
}

function findCaption(flow: CanvasFlow, { inline }: CanvasGroup): Outlet | null {
  if (!inline) return null
  const steps = flow.groups.flatMap((group) => group.steps)
  const owner = steps.find((step) => step.covers.includes(inline.stepId))
  return owner?.outlets.find((outlet) => outlet.key === inline.outlet) ?? null
}

/** Groups are small; equal text means an equal picture, and React may leave the card alone. */
function isSameData(a: GroupNode["data"], b: GroupNode["data"]): boolean {
  return a.group === b.group || JSON.stringify(a) === JSON.stringify(b)
}

export function toEdges(flow: CanvasFlow, selectedEdgeId: string | null): WayEdge[] {
  return flow.edges.map((edge) => ({
    id: edge.id,
    type: "way" as const,
    source: edge.from.groupId,
    sourceHandle: handleOf(edge.from),
    target: edge.to,
    targetHandle: inHandle,
    data: { edge },
    selected: edge.id === selectedEdgeId,
    selectable: edge.isEditable,
    focusable: edge.isEditable,
    deletable: false,
    markerEnd: {
      type: MarkerType.ArrowClosed,
      width: 16,
      height: 16,
      color: "var(--bw-text-faint)",
    },
  }))
}
