"use client"

import { Switch } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { StepField as Field, FieldValue } from "#basic"
import { useWords } from "../../canvas/use-words.ts"
import { ChoiceField } from "./choice-field.tsx"
import { ConditionField } from "./condition-field.tsx"
import { ExpressionField } from "./expression-field.tsx"
import { ListField } from "./list-field.tsx"
import { NameField } from "./name-field.tsx"
import { NumberField } from "./number-field.tsx"
import { PairsField } from "./pairs-field.tsx"
import { WordsField } from "./words-field.tsx"

interface StepFieldProps {
  readonly field: Field
  readonly variables: readonly string[]
  readonly isReadOnly: boolean
  /** Gives the reason why the program does not take the value, or null when it did. */
  readonly onChange: (value: FieldValue) => string | null
}

export interface FieldProps extends StepFieldProps {
  readonly label: string
  /** One sentence under the label, or nothing. */
  readonly help: string | undefined
}

/** One setting of a step, with the editor its definition asks for. */
export function StepField({ field, variables, isReadOnly, onChange }: StepFieldProps) {
  const { t } = useTranslation("builder")
  const words = useWords()
  // The first condition of a decision is "Condition", the others are asked when it does not hold.
  const label = field.name.startsWith("condition:") ? t("condition.orIf") : words(field.labelKey)
  const help = useHelp(field.labelKey)
  const shared = { label, help, isReadOnly, onChange, field, variables }
  switch (field.editor) {
    case "select":
      return <ChoiceField {...shared} />
    case "toggle":
      return (
        <Switch
          label={label}
          description={help}
          checked={field.value === true}
          disabled={isReadOnly}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case "number":
      return <NumberField {...shared} />
    case "textList":
      return <ListField {...shared} />
    case "fields":
      return <PairsField {...shared} />
    case "name":
      return <NameField {...shared} />
    case "text":
    case "longText":
      return <WordsField {...shared} />
    case "condition":
      return <ConditionField {...shared} />
    default:
      return <ExpressionField {...shared} />
  }
}

/** Settings that need a word more than their label have it under "<field>.help". */
function useHelp(labelKey: string): string | undefined {
  const { i18n } = useTranslation()
  const words = useWords()
  const key = `${labelKey}.help`
  return i18n.exists(key.replace(".", ":")) ? words(key) : undefined
}
