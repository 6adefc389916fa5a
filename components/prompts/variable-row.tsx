"use client"

import { Select, TagsInput, TextInput } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { type PromptVariable, variableKinds } from "#catalog/prompts/prompt-variable.ts"
import styles from "./prompts.module.css"

interface VariableRowProps {
  variable: PromptVariable
  onChange: (variable: PromptVariable) => void
}

/** What may stand in one hole, what stands there when nobody says, and a sample for the preview. */
export function VariableRow({ variable, onChange }: VariableRowProps) {
  const { t } = useTranslation("prompts")
  const { name, kind, fallback, choices, sample } = variable
  const kinds = variableKinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))
  return (
    <div className={styles.variable}>
      <code className={styles.hole} dir="ltr">{`{{${name}}}`}</code>
      <Select
        size="xs"
        label={t("kind")}
        aria-label={t("kindOf", { name })}
        data={kinds}
        value={kind}
        allowDeselect={false}
        onChange={(chosen) =>
          onChange({ ...variable, kind: variableKinds.find((each) => each === chosen) ?? kind })
        }
      />
      {kind === "choice" && (
        <TagsInput
          size="xs"
          label={t("choices")}
          aria-label={t("choicesOf", { name })}
          value={[...choices]}
          maxTags={50}
          onChange={(chosen) => onChange({ ...variable, choices: chosen })}
        />
      )}
      <TextInput
        size="xs"
        label={t("fallback")}
        aria-label={t("fallbackOf", { name })}
        placeholder={t("needed")}
        value={fallback ?? ""}
        maxLength={2_000}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...variable, fallback: value === "" ? null : value })
        }
      />
      <TextInput
        size="xs"
        label={t("sample")}
        aria-label={t("sampleOf", { name })}
        value={sample}
        maxLength={2_000}
        onChange={(event) => onChange({ ...variable, sample: event.currentTarget.value })}
      />
    </div>
  )
}
