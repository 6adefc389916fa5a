import { Button, Title } from "@mantine/core"
import styles from "./empty-state.module.css"
import { Icon } from "./icon.tsx"

interface ErrorStateProps {
  /** What happened. */
  title: string
  /** Where, and what to do now. */
  text: string
  /** Id to hand to whoever runs the server. */
  reference?: string | null
  retry?: { label: string; run: () => void }
  size?: "page" | "panel"
  /** 1 where it is all there is on the page. */
  order?: 1 | 2
}

export function ErrorState({
  title,
  text,
  reference,
  retry,
  size = "page",
  order = 2,
}: ErrorStateProps) {
  return (
    <div className={styles.state} data-size={size} role="alert">
      <span className={styles.icon} data-tone="danger">
        <Icon name="alert-triangle" size={size === "page" ? 28 : 22} stroke={1.4} />
      </span>
      <Title order={order} size={size === "page" ? "h3" : "h5"}>
        {title}
      </Title>
      <p className={styles.text}>{text}</p>
      {reference && (
        <p className={styles.text}>
          <code>{reference}</code>
        </p>
      )}
      {retry && (
        <div className={styles.action}>
          <Button
            variant="default"
            onClick={retry.run}
            leftSection={<Icon name="refresh" size={16} />}
          >
            {retry.label}
          </Button>
        </div>
      )}
    </div>
  )
}
