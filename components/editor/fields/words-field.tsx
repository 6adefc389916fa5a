"use client"

import { Autocomplete, Textarea, TextInput } from "@mantine/core"
import { useRef } from "react"
import type { FieldProps } from "./step-field.tsx"
import { useFieldDraft } from "./use-field-draft.ts"
import { usePicks } from "./use-picks.ts"
import { VariableMenu } from "./variable-menu.tsx"

/** Plain words; a menu puts a variable where the cursor is, and a list offers what the bot has by that name. */
export function WordsField({ field, label, help, variables, isReadOnly, onChange }: FieldProps) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const picks = usePicks(field)
  const draft = useFieldDraft(String(field.value ?? ""), (value) =>
    onChange(value === "" && !field.isRequired ? null : value),
  )
  const insert = (name: string) => {
    const { text, cursor } = insertAt(draft.shown, `\${${name}}`, input.current)
    draft.set(text)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(cursor, cursor)
    })
  }
  const shared = {
    ref: input,
    size: "sm",
    label,
    description: help,
    error: draft.problem,
    value: draft.shown,
    disabled: isReadOnly,
    required: field.isRequired,
    dir: "auto",
    rightSection: variables.length > 0 && !isReadOnly && (
      <VariableMenu variables={variables} onChoose={insert} />
    ),
    onBlur: draft.leave,
  } as const
  if (picks.length > 0)
    return <Autocomplete {...shared} data={[...new Set(picks)]} onChange={draft.type} />
  if (field.editor === "text")
    return <TextInput {...shared} onChange={(event) => draft.type(event.currentTarget.value)} />
  return (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={12}
      onChange={(event) => draft.type(event.currentTarget.value)}
    />
  )
}

/** Puts words in place of what is selected; the field remembers its cursor after losing the focus. */
export function insertAt(
  text: string,
  words: string,
  field: Pick<HTMLInputElement, "selectionStart" | "selectionEnd"> | null,
): { text: string; cursor: number } {
  const start = Math.min(field?.selectionStart ?? text.length, text.length)
  const end = Math.min(field?.selectionEnd ?? start, text.length)
  return { text: text.slice(0, start) + words + text.slice(end), cursor: start + words.length }
}
