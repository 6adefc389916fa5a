"use client"

import { Skeleton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import styles from "./builder.module.css"

/** The builder's layout before its bot is there. */
export function BuilderSkeleton() {
  const { t } = useTranslation("common")
  return (
    <div className={styles.builder} role="status" aria-busy aria-label={t("loading")}>
      <header className={styles.bar}>
        <Skeleton width={180} height={22} />
      </header>
      <div className={styles.work}>
        <div className={styles.skeletonPalette}>
          {Array.from({ length: 9 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nine equal bars that never change
            <Skeleton key={index} height={26} radius="md" />
          ))}
        </div>
        <div className={styles.skeletonCanvas}>
          <Skeleton width={300} height={190} radius="lg" />
          <Skeleton width={300} height={240} radius="lg" />
        </div>
      </div>
    </div>
  )
}
