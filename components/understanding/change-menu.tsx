"use client"

import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"

interface ChangeMenuProps {
  name: string
  /** Names what goes with it. */
  consequence: string
  isBusy: boolean
  onEdit: () => void
  onDelete: () => void
}

/** What can be done with a row besides opening it. */
export function ChangeMenu({ name, consequence, isBusy, onEdit, onDelete }: ChangeMenuProps) {
  const { t } = useTranslation("understanding")
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <RowMenu label={t("more", { name })} width={180}>
        <RowAct icon="pencil" onAct={onEdit}>
          {t("change")}
        </RowAct>
        <RowAct icon="trash" isDanger onAct={() => setAsking(true)}>
          {t("delete")}
        </RowAct>
      </RowMenu>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("deleteTitle", { name })}
        consequence={consequence}
        confirmLabel={t("delete")}
        isBusy={isBusy}
        onConfirm={onDelete}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
