"use client"

import { useTranslation } from "react-i18next"
import { NameDialog } from "./name-dialog.tsx"

interface NewNameDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly label: string
  /** May be taken as it stands. */
  readonly proposed: string
  readonly maxLength: number
  readonly createLabel: string
  readonly creation: { readonly isPending: boolean; readonly mutate: (name: string) => void }
  readonly onClose: () => void
}

/** Asks what something new should be called, and makes it. */
export function NewNameDialog({
  proposed,
  createLabel,
  creation,
  onClose,
  ...texts
}: NewNameDialogProps) {
  const { t } = useTranslation("common")
  return (
    <NameDialog
      {...texts}
      initial={proposed}
      isProposed
      saveLabel={createLabel}
      cancelLabel={t("cancel")}
      isBusy={creation.isPending}
      onSave={creation.mutate}
      onCancel={onClose}
    />
  )
}
