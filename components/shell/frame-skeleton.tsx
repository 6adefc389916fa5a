"use client"

import { Skeleton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { CardSkeletons } from "../ui/skeletons.tsx"
import { Brand } from "./brand.tsx"
import styles from "./dashboard-frame.module.css"
import barStyles from "./top-bar.module.css"

/** The frame before it is known for which organization it is. */
export function FrameSkeleton() {
  const { t } = useTranslation("common")
  return (
    <div className={styles.frame}>
      <aside className={styles.side}>
        <div style={{ padding: "20px 20px" }}>
          <Brand />
          <Skeleton height={40} mt={18} radius="md" />
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} height={14} mt={22} width={`${72 - row * 8}%`} />
          ))}
        </div>
      </aside>
      <div className={barStyles.bar} />
      <main id="content" className={styles.content}>
        <Skeleton height={26} width={180} mb={32} />
        <CardSkeletons label={t("loading")} />
      </main>
    </div>
  )
}
