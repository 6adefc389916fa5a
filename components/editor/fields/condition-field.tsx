"use client"

import { ActionIcon, Autocomplete, Button, Group, SegmentedControl, Select } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../../ui/icon.tsx"
import { ExpressionField } from "./expression-field.tsx"
import styles from "./fields.module.css"
import {
  type ConditionRow,
  comparisons,
  readCondition,
  type SimpleCondition,
  writeCondition,
} from "./read-condition.ts"
import type { FieldProps } from "./step-field.tsx"
import { useFieldDraft } from "./use-field-draft.ts"

/** A condition as lines of variable, comparison and value; what does not fit into lines is a formula. */
export function ConditionField(props: FieldProps) {
  const { t } = useTranslation("builder")
  const simple = readCondition(String(props.field.value ?? ""))
  const [isFormula, setFormula] = useState(false)
  const canSwitch = simple !== null && !props.isReadOnly
  return (
    <div>
      {simple && !isFormula ? (
        <ConditionLines {...props} condition={simple} />
      ) : (
        <ExpressionField {...props} help={simple ? props.help : t("condition.complex")} />
      )}
      {canSwitch && (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={6}
          onClick={() => setFormula((before) => !before)}
        >
          {isFormula ? t("condition.asLines") : t("condition.asFormula")}
        </Button>
      )}
    </div>
  )
}

interface LinesProps extends FieldProps {
  readonly condition: SimpleCondition
}

function ConditionLines({ condition, label, help, variables, isReadOnly, onChange }: LinesProps) {
  const { t } = useTranslation("builder")
  const draft = useFieldDraft<SimpleCondition>(condition, (next) => {
    const text = writeCondition(next)
    return text === null ? t("condition.incomplete") : onChange(text)
  })
  const { rows, join } = draft.shown
  const edit = (index: number, change: Partial<ConditionRow>): SimpleCondition => ({
    join,
    rows: rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
  })
  const add = () =>
    draft.set({
      join,
      rows: [
        ...rows,
        { variable: rows.at(-1)?.variable ?? variables[0] ?? "", comparison: "=", value: "" },
      ],
    })
  return (
    <fieldset className={styles.list} disabled={isReadOnly}>
      <legend>{label}</legend>
      {help && <p className={styles.fieldHelp}>{help}</p>}
      {rows.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("condition.join")}
          value={join}
          disabled={isReadOnly}
          data={[
            { value: "AND", label: t("condition.all") },
            { value: "OR", label: t("condition.any") },
          ]}
          onChange={(value) => draft.set({ rows, join: value === "OR" ? "OR" : "AND" })}
        />
      )}
      {rows.map((row, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; the text changes with every key
          key={index}
          row={row}
          number={index + 1}
          variables={variables}
          canRemove={rows.length > 1 && !isReadOnly}
          onType={(change) => draft.type(edit(index, change))}
          onSet={(change) => draft.set(edit(index, change))}
          onLeave={draft.leave}
          onRemove={() => draft.set({ join, rows: rows.filter((_, at) => at !== index) })}
        />
      ))}
      {draft.problem && (
        <p className={styles.fieldProblem} role="alert">
          {draft.problem}
        </p>
      )}
      {!isReadOnly && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Icon name="plus" size={14} />}
            onClick={add}
          >
            {t("condition.add")}
          </Button>
        </Group>
      )}
    </fieldset>
  )
}

interface LineProps {
  readonly row: ConditionRow
  readonly number: number
  readonly variables: readonly string[]
  readonly canRemove: boolean
  readonly onType: (change: Partial<ConditionRow>) => void
  readonly onSet: (change: Partial<ConditionRow>) => void
  readonly onLeave: () => void
  readonly onRemove: () => void
}

function Line(props: LineProps) {
  const { row, number, variables, canRemove, onType, onSet, onLeave, onRemove } = props
  const { t } = useTranslation("builder")
  const hasValue = row.comparison !== "empty" && row.comparison !== "filled"
  return (
    <div className={styles.conditionLine}>
      <Autocomplete
        size="sm"
        aria-label={t("condition.variable", { number })}
        placeholder={t("condition.variablePlaceholder")}
        data={[...variables]}
        value={row.variable}
        spellCheck={false}
        onChange={(variable) => onType({ variable })}
        onOptionSubmit={(variable) => onSet({ variable })}
        onBlur={onLeave}
      />
      <Select
        size="sm"
        aria-label={t("condition.comparison", { number })}
        data={comparisons.map((value) => ({ value, label: t(`comparison.${value}`) }))}
        value={row.comparison}
        allowDeselect={false}
        onChange={(value) =>
          onSet({ comparison: comparisons.find((known) => known === value) ?? "=" })
        }
      />
      {canRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles.conditionRemove ?? ""}
          aria-label={t("condition.remove", { number })}
          onClick={onRemove}
        >
          <Icon name="x" size={15} />
        </ActionIcon>
      )}
      {hasValue && (
        <Autocomplete
          size="sm"
          className={styles.conditionValue ?? ""}
          aria-label={t("condition.value", { number })}
          placeholder={t("condition.valuePlaceholder")}
          data={variables.filter((name) => name !== row.variable).map((name) => `\${${name}}`)}
          value={row.value}
          onChange={(value) => onType({ value })}
          onOptionSubmit={(value) => onSet({ value })}
          onBlur={onLeave}
        />
      )}
    </div>
  )
}
