"use client"

import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../ui/icon.tsx"
import styles from "./builder.module.css"
import type { BuilderStore } from "./builder-store.ts"
import { forgetDraft } from "./kept-draft.ts"

/** Somebody else saved in between: nothing was overwritten, and the person decides. */
export function ConflictNotice({ store, kept }: { store: BuilderStore; kept: string }) {
  const { t } = useTranslation("builder")
  const save = useStore(store, (state) => state.save)
  if (save.kind !== "conflict") return null
  const takeTheirs = () => {
    forgetDraft(kept)
    store.getState().settleConflict("theirs")
  }
  const keepMine = () => store.getState().settleConflict("mine")
  return (
    <div className={styles.conflict} role="alert">
      <Icon name="alert-triangle" size={17} />
      <span>{t("conflict.text")}</span>
      <Button size="compact-sm" variant="default" onClick={takeTheirs}>
        {t("conflict.theirs")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={keepMine}>
        {t("conflict.mine")}
      </Button>
    </div>
  )
}
