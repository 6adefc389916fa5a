"use client"

import { Button, Group, Textarea, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import styles from "./history.module.css"

interface NameFormProps {
  readonly initial: { readonly name: string; readonly note: string }
  readonly saveLabel: string
  readonly isBusy: boolean
  readonly mustName: boolean
  readonly onSave: (words: { name: string; note: string }) => void
  readonly onCancel: () => void
}

/** A name and a note for a state of the bot. */
export function NameForm(props: NameFormProps) {
  const { initial, saveLabel, isBusy, mustName, onSave, onCancel } = props
  const { t } = useTranslation(["history", "common"])
  const [name, setName] = useState(initial.name)
  const [note, setNote] = useState(initial.note)
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSave({ name: name.trim(), note: note.trim() })
  }
  return (
    <form className={styles.form} onSubmit={save}>
      <TextInput
        label={t("name")}
        value={name}
        maxLength={limits.nameChars}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t("note")}
        value={note}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={limits.versionNoteChars}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="xs" loading={isBusy} disabled={mustName && name.trim() === ""}>
          {saveLabel}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
      </Group>
    </form>
  )
}
