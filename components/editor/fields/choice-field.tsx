"use client"

import { Select } from "@mantine/core"
import { useState } from "react"
import { useWords } from "../../canvas/use-words.ts"
import type { FieldProps } from "./step-field.tsx"

/** One of several words, shown as what they mean. */
export function ChoiceField({ field, label, help, isReadOnly, onChange }: FieldProps) {
  const words = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const data = (field.options ?? []).map((value) => ({ value, label: words(`options.${value}`) }))
  return (
    <Select
      size="sm"
      label={label}
      description={help}
      error={problem}
      data={data}
      value={String(field.value ?? "")}
      disabled={isReadOnly}
      allowDeselect={!field.isRequired}
      searchable={data.length > 10}
      onChange={(value) => setProblem(onChange(value))}
    />
  )
}
