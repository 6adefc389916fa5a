"use client"

import { Textarea } from "@mantine/core"
import styles from "./fields.module.css"
import type { FieldProps } from "./step-field.tsx"
import { useFieldDraft } from "./use-field-draft.ts"

/** A formula, as it stands in the text. */
export function ExpressionField({ field, label, help, isReadOnly, onChange }: FieldProps) {
  const draft = useFieldDraft(String(field.value ?? ""), (value) =>
    onChange(value === "" && !field.isRequired ? null : value),
  )
  return (
    <Textarea
      size="sm"
      label={label}
      description={help}
      error={draft.problem}
      value={draft.shown}
      disabled={isReadOnly}
      required={field.isRequired}
      autosize
      minRows={1}
      maxRows={10}
      spellCheck={false}
      dir="ltr"
      classNames={{ input: styles.code ?? "" }}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={draft.leave}
    />
  )
}
