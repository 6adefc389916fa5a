import { Loader } from "@mantine/core"
import { useTranslation } from "react-i18next"
import styles from "./pending.module.css"

interface PendingProps {
  /** Stands in the middle of the screen, for what opens above the page. */
  isAbove?: boolean
}

/** Stands where a part will be while its code is fetched. It is seen only when that takes a moment. */
export function Pending({ isAbove = false }: PendingProps) {
  const { t } = useTranslation("common")
  return (
    <div className={styles.pending} data-above={isAbove || undefined}>
      <div className={styles.sign} role="status" aria-busy aria-label={t("loading")}>
        <Loader size="sm" aria-hidden />
      </div>
    </div>
  )
}
