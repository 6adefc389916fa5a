import { Title } from "@mantine/core"
import { type ReactNode, useId } from "react"
import styles from "./panel.module.css"

interface PanelProps {
  title: ReactNode
  /** What the panel is for, in one sentence. */
  description?: ReactNode
  /** Buttons at the end of the head. */
  actions?: ReactNode
  /** "danger" marks a panel whose acts cannot be undone. */
  tone?: "plain" | "danger"
  /** Lets the body reach the panel's edges: lists and tables. */
  isFlush?: boolean
  order?: 2 | 3
  children: ReactNode
}

/** A titled surface; the unit that settings pages and side panels are made of. */
export function Panel({
  title,
  description,
  actions,
  tone = "plain",
  isFlush = false,
  order = 2,
  children,
}: PanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} data-tone={tone} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <Title order={order} size="h4" id={id}>
            {title}
          </Title>
          {description && <p className={styles.description}>{description}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={isFlush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
