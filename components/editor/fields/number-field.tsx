"use client"

import { NumberInput } from "@mantine/core"
import type { FieldProps } from "./step-field.tsx"
import { useFieldDraft } from "./use-field-draft.ts"

export function NumberField({ field, label, help, isReadOnly, onChange }: FieldProps) {
  const draft = useFieldDraft<number | string | null>(
    typeof field.value === "number" || typeof field.value === "string" ? field.value : null,
    (value) => onChange(value === "" ? null : value),
  )
  return (
    <NumberInput
      size="sm"
      label={label}
      description={help}
      error={draft.problem}
      value={draft.shown ?? ""}
      disabled={isReadOnly}
      suffix={field.unit ? ` ${field.unit}` : ""}
      hideControls
      onChange={draft.type}
      onBlur={draft.leave}
    />
  )
}
