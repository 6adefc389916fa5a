"use client"

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
  return (
    <NameDialog
      {...texts}
      initial={proposed}
      isProposed
      saveLabel={createLabel}
      isBusy={creation.isPending}
      onSave={creation.mutate}
      onCancel={onClose}
    />
  )
}
