import type { ReactNode } from "react"
import styles from "./toolbar.module.css"

interface ToolbarProps {
  /** What the tools act on, for screen readers. */
  label: string
  /** Floating toolbars lie over the canvas. */
  isFloating?: boolean
  orientation?: "horizontal" | "vertical"
  children: ReactNode
}

export function Toolbar({
  label,
  isFloating = false,
  orientation = "horizontal",
  children,
}: ToolbarProps) {
  return (
    <div
      role="toolbar"
      aria-label={label}
      aria-orientation={orientation}
      className={styles.toolbar}
      data-floating={isFloating || undefined}
      data-orientation={orientation}
    >
      {children}
    </div>
  )
}

/** A hairline between groups of tools. */
export function ToolbarDivider() {
  return <span className={styles.divider} aria-hidden="true" />
}
