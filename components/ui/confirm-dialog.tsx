"use client"

import { TextInput } from "@mantine/core"
import { type FormEvent, type ReactNode, useState } from "react"
import styles from "./confirm-dialog.module.css"
import { Dialog } from "./dialog.tsx"
import { FormActions } from "./form-actions.tsx"

interface ConfirmDialogProps {
  isOpen: boolean
  title: string
  /** Names exactly what will be lost. */
  consequence: ReactNode
  confirmLabel: string
  /** When given, the person types this word before the button works. */
  typed?: { label: string; word: string }
  isBusy?: boolean
  tone?: "danger" | "plain"
  onConfirm: () => void
  onCancel: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog opened={props.isOpen} onClose={props.onCancel} title={props.title} size="md">
      <ConfirmForm {...props} />
    </Dialog>
  )
}

function ConfirmForm({
  consequence,
  confirmLabel,
  typed,
  isBusy = false,
  tone = "danger",
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const [word, setWord] = useState("")
  const isReady = !typed || word.trim() === typed.word
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isBusy) onConfirm()
  }
  return (
    <form onSubmit={submit}>
      <div className={styles.consequence}>{consequence}</div>
      {typed && (
        <TextInput
          mt="md"
          label={typed.label}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
      )}
      <FormActions
        label={confirmLabel}
        isBusy={isBusy}
        isDisabled={!isReady}
        isDanger={tone === "danger"}
        isFocused={!typed}
        onCancel={onCancel}
      />
    </form>
  )
}
