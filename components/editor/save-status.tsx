"use client"

import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./builder.module.css"
import type { BuilderStore } from "./builder-store.ts"

/** Says whether the draft is safe, and where it lies when it is not on the server yet. */
export function SaveStatus({ store }: { store: BuilderStore }) {
  const { t } = useTranslation("builder")
  const save = useStore(store, (state) => state.save)
  return (
    <span className={styles.save} data-kind={save.kind} role="status">
      {save.kind === "saved" ? (
        <>
          {t("save.saved")} <TimeAgo at={new Date(save.at).toISOString()} />
        </>
      ) : (
        t(`save.${save.kind}`, save.kind === "refused" ? { reason: save.reason } : {})
      )}
    </span>
  )
}
