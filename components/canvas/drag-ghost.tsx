"use client"

import { useStore } from "zustand"
import styles from "./canvas-view.module.css"
import { stepDrag } from "./step-drag.ts"

/** The words of what is being dragged, beside the pointer. */
export function DragGhost() {
  const { load, pointer, place } = useStore(stepDrag)
  if (!load) return null
  return (
    <div
      className={styles.ghost}
      data-can-drop={place !== null || undefined}
      style={{ transform: `translate(${pointer.x + 14}px, ${pointer.y + 8}px)` }}
      aria-hidden="true"
    >
      {load.title}
    </div>
  )
}
