"use client"

import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { useCanvasActions } from "./canvas-actions.tsx"
import styles from "./step-marks.module.css"
import { marksOf, toggleBreakpoint } from "./step-marks.ts"

/** The edge of a step: pressed, the test chat stops before the step. F9 does the same for those without a mouse. */
export function BreakpointEdge({ stepId }: { stepId: string }) {
  const { t } = useTranslation("builder")
  const { store } = useCanvasActions()
  const isSet = useStore(marksOf(store), ({ breakpoints }) => breakpoints.has(stepId))
  const canStop = useStore(marksOf(store), (marks) => marks.hasBreakpoints)
  if (!canStop) return null
  const label = t(isSet ? "debug.breakpoint.remove" : "debug.breakpoint.add")
  return (
    <button
      type="button"
      className={`${styles.edge} nodrag nopan`}
      tabIndex={-1}
      aria-label={label}
      title={label}
      aria-pressed={isSet}
      data-breakpoint={isSet || undefined}
      onClick={() => toggleBreakpoint(store, stepId)}
    />
  )
}

/** What is painted on a step: how often it was taken, or that it never was. */
export function PaintBadge({ name }: { name: string }) {
  const { store } = useCanvasActions()
  const paint = useStore(marksOf(store), (marks) => marks.paint?.get(name) ?? null)
  if (paint === null) return null
  return (
    <span className={styles.paint} data-tone={paint.tone} title={paint.title}>
      <span aria-hidden="true">{paint.text}</span>
      <span className={styles.unseen}>{paint.title}</span>
    </span>
  )
}
