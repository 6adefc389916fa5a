import { Skeleton } from "@mantine/core"
import styles from "./skeletons.module.css"

interface SkeletonsProps {
  /** Said once to screen readers while the shapes are shown. */
  label: string
  count?: number
}

/** Cards of a list, before they are there. */
export function CardSkeletons({ label, count = 3 }: SkeletonsProps) {
  return (
    <div className={styles.cards} role="status" aria-busy aria-label={label}>
      {countUp(count).map((index) => (
        <div key={index} className={styles.card}>
          <Skeleton height={36} width={36} radius="md" />
          <Skeleton height={14} width="62%" mt={18} />
          <Skeleton height={10} width="42%" mt={10} />
        </div>
      ))}
    </div>
  )
}

/** Rows of a table or a list, before they are there. */
export function RowSkeletons({ label, count = 4 }: SkeletonsProps) {
  return (
    <div className={styles.rows} role="status" aria-busy aria-label={label}>
      {countUp(count).map((index) => (
        <div key={index} className={styles.row}>
          <Skeleton height={32} circle />
          <div className={styles.grow}>
            <Skeleton height={12} width="38%" />
            <Skeleton height={10} width="24%" mt={8} />
          </div>
        </div>
      ))}
    </div>
  )
}

/** A picture with a conversation beside it, before they are there. */
export function PaneSkeletons({ label }: { label: string }) {
  return (
    <div className={styles.panes} role="status" aria-busy aria-label={label}>
      <Skeleton height={420} radius="lg" />
      <Skeleton height={420} radius="lg" />
    </div>
  )
}

function countUp(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}
