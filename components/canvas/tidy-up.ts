import type { ELK, ElkNode } from "elkjs/lib/elk-api"
import type { CanvasFlow, GroupLayout } from "#basic"
import { handleOf } from "./port-handle.ts"
import type { Box } from "./way-route.ts"

const options = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.spacing.nodeNode": "48",
  "elk.layered.spacing.nodeNodeBetweenLayers": "110",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
}

/**
 * Works out an orderly picture of a flow: layers from left to right, ways crossing as little as can be. The
 * outlets of a card keep their order. Runs beside the page, in a worker.
 *
 * Units: canvas pixels. The card at the top left stays where it is.
 */
export async function tidyUp(
  flow: CanvasFlow,
  boxes: readonly Box[],
): Promise<Record<string, GroupLayout>> {
  const elk = await openElk()
  const picture = await elk.layout(toElk(flow, boxes))
  const first = picture.children?.[0]
  const anchor = boxes.find(({ id }) => id === first?.id)
  const dx = (anchor?.x ?? 0) - (first?.x ?? 0)
  const dy = (anchor?.y ?? 0) - (first?.y ?? 0)
  return Object.fromEntries(
    (picture.children ?? []).map(({ id, x = 0, y = 0 }) => [
      id,
      { x: Math.round(x + dx), y: Math.round(y + dy) },
    ]),
  )
}

function toElk(flow: CanvasFlow, boxes: readonly Box[]): ElkNode {
  const sizes = new Map(boxes.map((box) => [box.id, box]))
  const ports = new Map<string, string[]>()
  const edges = flow.edges.map(({ id, from, to }) => {
    const port = `${from.groupId} ${handleOf(from)}`
    const own = ports.get(from.groupId) ?? []
    if (!own.includes(port)) ports.set(from.groupId, [...own, port])
    return { id, sources: [port], targets: [to] }
  })
  const children = flow.groups.map(({ id }) => ({
    id,
    width: sizes.get(id)?.width ?? 300,
    height: sizes.get(id)?.height ?? 120,
    ports: (ports.get(id) ?? []).map((port, index) => ({
      id: port,
      layoutOptions: { "elk.port.side": "EAST", "elk.port.index": String(index) },
    })),
    layoutOptions: { "elk.portConstraints": "FIXED_ORDER" },
  }))
  return { id: "flow", layoutOptions: options, children, edges }
}

let opened: Promise<ELK> | null = null
function openElk(): Promise<ELK> {
  opened ??= import("elkjs/lib/elk-api.js").then(
    ({ default: Elk }) =>
      new Elk({
        workerFactory: () => new Worker(new URL("elkjs/lib/elk-worker.min.js", import.meta.url)),
      }),
  )
  return opened
}
