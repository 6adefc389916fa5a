"use client"

import { Autocomplete } from "@mantine/core"
import type { FieldProps } from "./step-field.tsx"
import { useFieldDraft } from "./use-field-draft.ts"

/** The name of a variable: a new one, or one of those there are. */
export function NameField({ field, label, help, variables, isReadOnly, onChange }: FieldProps) {
  const draft = useFieldDraft(String(field.value ?? ""), (value) =>
    onChange(value === "" ? null : value),
  )
  return (
    <Autocomplete
      size="sm"
      label={label}
      description={help}
      error={draft.problem}
      data={[...variables]}
      value={draft.shown}
      disabled={isReadOnly}
      required={field.isRequired}
      spellCheck={false}
      onChange={draft.type}
      onBlur={draft.leave}
      onOptionSubmit={draft.set}
    />
  )
}
