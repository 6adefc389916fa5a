import { Title } from "@mantine/core"
import type { ReactNode } from "react"
import styles from "./empty-state.module.css"
import { Icon } from "./icon.tsx"

interface EmptyStateProps {
  icon: string
  title: string
  /** What the place is for. */
  text: string
  /** The one next action. */
  action?: ReactNode
  size?: "page" | "panel"
  /** 1 where it is all there is on the page. */
  order?: 1 | 2
}

export function EmptyState({
  icon,
  title,
  text,
  action,
  size = "page",
  order = 2,
}: EmptyStateProps) {
  return (
    <div className={styles.state} data-size={size}>
      <span className={styles.icon}>
        <Icon name={icon} size={size === "page" ? 28 : 22} stroke={1.4} />
      </span>
      <Title order={order} size={size === "page" ? "h3" : "h5"}>
        {title}
      </Title>
      <p className={styles.text}>{text}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
