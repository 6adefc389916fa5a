"use client"

import { useStore } from "@xyflow/react"
import styles from "./canvas-view.module.css"

/** How far dots stand from one another. Units: canvas pixels. */
const gap = 22
/** Closer than this they are a grey haze. Units: CSS pixels. */
const leastGap = 9

/**
 * The dots behind the cards. They are drawn once for a zoom and then only pushed along with the view, by less than
 * one gap: nothing has to be painted while somebody looks around.
 */
export function CanvasDots() {
  const zoom = useStore(({ transform }) => transform[2])
  const step = gap * zoom
  const x = useStore(({ transform }) => transform[0] % step)
  const y = useStore(({ transform }) => transform[1] % step)
  if (step < leastGap) return null
  return (
    <div
      className={styles.dots}
      aria-hidden="true"
      style={{
        inset: -2 * step,
        backgroundSize: `${step}px ${step}px`,
        transform: `translate(${x}px, ${y}px)`,
      }}
    />
  )
}
