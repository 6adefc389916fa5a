"use client"

import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CanvasEdge } from "#basic"
import { Icon } from "../ui/icon.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"
import type { WayEdge as WayEdgeType } from "./canvas-nodes.ts"
import styles from "./canvas-view.module.css"
import { hoveredCard } from "./hovered-card.ts"
import { marksOf, wayKey } from "./step-marks.ts"
import { useWayBoxes } from "./way-boxes.tsx"
import { drawWay, middleOf, routeWay } from "./way-route.ts"

/** A way from an outlet or the end of a group to a group. Structure is drawn thinner and cannot be removed. */
export function WayEdge(props: EdgeProps<WayEdgeType>) {
  const { data, selected, markerEnd, source, target, sourceX, sourceY, targetX, targetY } = props
  const { t } = useTranslation("canvas")
  const { disconnect, isReadOnly } = useCanvasActions()
  const boxes = useWayBoxes()
  const lane = data?.lane ?? 0
  const arrival = data?.arrival ?? 0
  const way = useMemo(
    () =>
      routeWay(
        {
          from: { x: sourceX, y: sourceY },
          to: { x: targetX, y: targetY },
          fromId: source,
          toId: target,
          lane,
          arrival,
        },
        boxes,
      ),
    [sourceX, sourceY, targetX, targetY, source, target, lane, arrival, boxes],
  )
  const isNearHand = useStore(hoveredCard, ({ groupId }) => groupId === source)
  const tone = useWayTone(data?.edge)
  if (!data) return null
  const { edge } = data
  // The card's foot says where its steps come together again; the lines back only when someone looks at it.
  if (edge.kind === "join" && targetX < sourceX && !isNearHand) return null
  const middle = middleOf(way)
  return (
    <>
      <BaseEdge
        id={props.id}
        path={drawWay(way)}
        {...(markerEnd ? { markerEnd } : {})}
        interactionWidth={edge.isEditable ? 18 : 0}
        className={styles.edge}
        data-kind={edge.kind}
        data-paint={tone}
      />
      {selected && edge.isEditable && !isReadOnly && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={`${styles.cut} nodrag nopan`}
            style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
            aria-label={t("cutEdge")}
            title={t("cutEdge")}
            onClick={() => disconnect(edge.from)}
          >
            <Icon name="x" size={14} />
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  )
}

/** Whether the figures on the canvas say that a way was taken. */
function useWayTone(edge: CanvasEdge | undefined) {
  const { store } = useCanvasActions()
  return useStore(marksOf(store), ({ paint }) => {
    if (paint === null || edge === undefined) return undefined
    const { groupId, stepId, outlet } = edge.from
    const key = stepId === null ? wayKey(groupId, "end") : wayKey(stepId, outlet ?? "")
    return paint.get(key)?.tone
  })
}
