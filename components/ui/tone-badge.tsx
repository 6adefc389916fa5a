import type { ReactNode } from "react"
import styles from "./tone-badge.module.css"

interface ToneBadgeProps {
  tone?: "good" | "bad" | "plain"
  children: ReactNode
}

/** A word or two about a thing, readable on every surface; its tone underlines what the words say. */
export function ToneBadge({ tone = "plain", children }: ToneBadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
