"use client"

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from "@xyflow/react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"
import type { WayEdge as WayEdgeType } from "./canvas-nodes.ts"
import styles from "./canvas-view.module.css"

/** A way from an outlet or the end of a group to a group. Structure is drawn thinner and cannot be removed. */
export function WayEdge(props: EdgeProps<WayEdgeType>) {
  const { data, selected, sourceX, sourceY, targetX, targetY, markerEnd } = props
  const { t } = useTranslation("canvas")
  const { disconnect, isReadOnly } = useCanvasActions()
  const isBack = targetX < sourceX + 20
  const [path, labelX, labelY] = getSmoothStepPath({
    sourceX,
    sourceY,
    sourcePosition: props.sourcePosition,
    targetX,
    targetY,
    targetPosition: props.targetPosition,
    borderRadius: 14,
    offset: isBack ? 28 : 22,
  })
  if (!data) return null
  const { edge } = data
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        {...(markerEnd ? { markerEnd } : {})}
        interactionWidth={edge.isEditable ? 18 : 0}
        className={styles.edge}
        data-kind={edge.kind}
      />
      {selected && edge.isEditable && !isReadOnly && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={`${styles.cut} nodrag nopan`}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
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
