"use client"

import { Handle, Position } from "@xyflow/react"
import type { KeyboardEvent, MouseEvent } from "react"
import type { Port } from "#basic"
import { useCanvasActions } from "./canvas-actions.tsx"
import styles from "./group-card.module.css"
import { handleOf } from "./port-handle.ts"

interface OutHandleProps {
  readonly port: Port
  /** "Yes: connect" and the like. */
  readonly label: string
  readonly isOpen: boolean
}

/** Where a way begins: dragged to a card, or pressed for a menu of the cards there are. */
export function OutHandle({ port, label, isOpen }: OutHandleProps) {
  const { isReadOnly, askWhereTo } = useCanvasActions()
  const ask = (target: Element) => {
    const box = target.getBoundingClientRect()
    askWhereTo(port, { x: box.right + 8, y: box.top - 12 })
  }
  const control = isReadOnly
    ? { role: "img" }
    : {
        role: "button",
        tabIndex: 0,
        "aria-haspopup": "dialog" as const,
        onClick: (event: MouseEvent<HTMLElement>) => ask(event.currentTarget),
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          if (event.key !== "Enter" && event.key !== " ") return
          event.preventDefault()
          event.stopPropagation()
          ask(event.currentTarget)
        },
      }
  return (
    <Handle
      id={handleOf(port)}
      type="source"
      position={Position.Right}
      className={styles.out}
      isConnectable={!isReadOnly}
      data-open={isOpen || undefined}
      aria-label={label}
      {...control}
    />
  )
}
