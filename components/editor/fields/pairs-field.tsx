"use client"

import { ActionIcon, Button, TextInput } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { Icon } from "../../ui/icon.tsx"
import styles from "./fields.module.css"
import type { FieldProps } from "./step-field.tsx"
import { useFieldDraft } from "./use-field-draft.ts"

/** Names with their values, as BASIC expressions. */
export function PairsField({ field, label, help, isReadOnly, onChange }: FieldProps) {
  const { t } = useTranslation("builder")
  const known = Array.isArray(field.value)
    ? field.value.filter((item) => typeof item === "object")
    : []
  const draft = useFieldDraft(known, (pairs) => onChange(pairs.filter(({ name }) => name !== "")))
  const pairs = draft.shown
  const type = (index: number, change: { name?: string; value?: string }) =>
    draft.type(pairs.map((pair, at) => (at === index ? { ...pair, ...change } : pair)))
  return (
    <fieldset className={styles.list} disabled={isReadOnly}>
      <legend>{label}</legend>
      {help && <p className={styles.fieldHelp}>{help}</p>}
      {pairs.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; the text changes with every key
        <div key={index} className={styles.listRow}>
          <TextInput
            size="sm"
            w={110}
            value={pair.name}
            aria-label={t("step.pairName", { number: index + 1 })}
            onChange={(event) => type(index, { name: event.currentTarget.value })}
            onBlur={draft.leave}
          />
          <TextInput
            size="sm"
            flex={1}
            value={pair.value}
            aria-label={t("step.pairValue", { number: index + 1 })}
            classNames={{ input: styles.code ?? "" }}
            onChange={(event) => type(index, { value: event.currentTarget.value })}
            onBlur={draft.leave}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("step.removeItem", { number: index + 1 })}
            onClick={() => draft.set(pairs.filter((_, at) => at !== index))}
          >
            <Icon name="x" size={15} />
          </ActionIcon>
        </div>
      ))}
      {draft.problem && (
        <p className={styles.fieldProblem} role="alert">
          {draft.problem}
        </p>
      )}
      {!isReadOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => draft.set([...pairs, { name: `field${pairs.length + 1}`, value: '""' }])}
        >
          {t("step.addItem")}
        </Button>
      )}
    </fieldset>
  )
}
