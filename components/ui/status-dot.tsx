import styles from "./status-dot.module.css"

export type StatusTone = "good" | "waiting" | "bad" | "quiet"

/** A state in words, with a dot whose shape differs too, so that nothing is told by colour alone. */
export function StatusDot({ tone, label }: { tone: StatusTone; label: string }) {
  return (
    <span className={styles.status} data-tone={tone}>
      <span className={styles.dot} aria-hidden="true" />
      {label}
    </span>
  )
}
