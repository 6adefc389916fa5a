"use client"

import { TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { Dialog } from "./dialog.tsx"
import { FormActions } from "./form-actions.tsx"

interface NameDialogProps {
  isOpen: boolean
  title: string
  label: string
  initial: string
  maxLength: number
  saveLabel: string
  isBusy: boolean
  /** The name that stands there at first may be taken as it is. */
  isProposed?: boolean
  onSave: (name: string) => void
  onCancel: () => void
}

/** Asks for one name. */
export function NameDialog(props: NameDialogProps) {
  return (
    <Dialog opened={props.isOpen} onClose={props.onCancel} title={props.title}>
      <NameForm {...props} />
    </Dialog>
  )
}

function NameForm(props: NameDialogProps) {
  const [name, setName] = useState(props.initial)
  const wanted = name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted === props.initial && !props.isProposed) props.onCancel()
    else if (wanted !== "") props.onSave(wanted)
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label={props.label}
        value={name}
        maxLength={props.maxLength}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <FormActions
        label={props.saveLabel}
        isBusy={props.isBusy}
        isDisabled={wanted === ""}
        onCancel={props.onCancel}
      />
    </form>
  )
}
