"use client"

import {
  ActionIcon,
  Autocomplete,
  Button,
  Menu,
  NumberInput,
  Select,
  Switch,
  Textarea,
  TextInput,
} from "@mantine/core"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { StepField as Field, FieldValue } from "#basic"
import { useWords } from "../canvas/use-words.ts"
import { Icon } from "../ui/icon.tsx"
import styles from "./builder.module.css"
import { useFieldDraft } from "./use-field-draft.ts"

interface StepFieldProps {
  readonly field: Field
  readonly variables: readonly string[]
  readonly isReadOnly: boolean
  readonly onChange: (value: FieldValue) => void
}

/** One setting of a step, with the editor its definition asks for. */
export function StepField({ field, variables, isReadOnly, onChange }: StepFieldProps) {
  const label = useWords()(field.labelKey)
  const shared = { label, isReadOnly, onChange, field, variables }
  switch (field.editor) {
    case "select":
      return <ChoiceField {...shared} />
    case "toggle":
      return (
        <Switch
          label={label}
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
    default:
      return <ExpressionField {...shared} />
  }
}

interface EditorProps extends StepFieldProps {
  readonly label: string
}

function ChoiceField({ field, label, isReadOnly, onChange }: EditorProps) {
  const words = useWords()
  const data = (field.options ?? []).map((value) => ({ value, label: words(`options.${value}`) }))
  return (
    <Select
      size="sm"
      label={label}
      data={data}
      value={String(field.value ?? "")}
      disabled={isReadOnly}
      allowDeselect={!field.isRequired}
      searchable={data.length > 10}
      onChange={(value) => onChange(value)}
    />
  )
}

function NumberField({ field, label, isReadOnly, onChange }: EditorProps) {
  const draft = useFieldDraft<number | string | null>(
    typeof field.value === "number" || typeof field.value === "string" ? field.value : null,
    (value) => onChange(value === "" ? null : value),
  )
  return (
    <NumberInput
      size="sm"
      label={label}
      value={draft.shown ?? ""}
      disabled={isReadOnly}
      suffix={field.unit ? ` ${field.unit}` : ""}
      onChange={draft.type}
      onBlur={draft.leave}
    />
  )
}

function NameField({ field, label, variables, isReadOnly, onChange }: EditorProps) {
  const draft = useFieldDraft(String(field.value ?? ""), (value) =>
    onChange(value === "" ? null : value),
  )
  return (
    <Autocomplete
      size="sm"
      label={label}
      data={[...variables]}
      value={draft.shown}
      disabled={isReadOnly}
      required={field.isRequired}
      spellCheck={false}
      onChange={draft.type}
      onBlur={draft.leave}
      onOptionSubmit={draft.type}
    />
  )
}

/** Plain words; a button puts a variable where the text ends. */
function WordsField({ field, label, variables, isReadOnly, onChange }: EditorProps) {
  const { t } = useTranslation("builder")
  const draft = useFieldDraft(String(field.value ?? ""), (value) =>
    onChange(value === "" && !field.isRequired ? null : value),
  )
  const insert = (name: string) => draft.type(`${draft.shown}\${${name}}`)
  const menu: ReactNode = variables.length > 0 && !isReadOnly && (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={t("step.insertVariable")}
          title={t("step.insertVariable")}
        >
          <Icon name="variable" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {variables.map((name) => (
          <Menu.Item key={name} onClick={() => insert(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  const shared = {
    size: "sm",
    label,
    value: draft.shown,
    disabled: isReadOnly,
    required: field.isRequired,
    rightSection: menu,
    onBlur: draft.leave,
  } as const
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

function ExpressionField({ field, label, isReadOnly, onChange }: EditorProps) {
  const draft = useFieldDraft(String(field.value ?? ""), (value) =>
    onChange(value === "" && !field.isRequired ? null : value),
  )
  return (
    <Textarea
      size="sm"
      label={label}
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

/** Answers to choose from, a line each. */
function ListField({ field, label, isReadOnly, onChange }: EditorProps) {
  const { t } = useTranslation("builder")
  const known = Array.isArray(field.value)
    ? field.value.filter((item) => typeof item === "string")
    : []
  const draft = useFieldDraft<readonly string[]>(known, (items) =>
    onChange(items.filter((item) => item.trim() !== "")),
  )
  const set = (index: number, text: string) =>
    draft.type(draft.shown.map((item, at) => (at === index ? text : item)))
  return (
    <fieldset className={styles.list} disabled={isReadOnly}>
      <legend>{label}</legend>
      {draft.shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; the text changes with every key
        <div key={index} className={styles.listRow}>
          <TextInput
            size="sm"
            flex={1}
            value={item}
            aria-label={t("step.item", { number: index + 1 })}
            onChange={(event) => set(index, event.currentTarget.value)}
            onBlur={draft.leave}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("step.removeItem", { number: index + 1 })}
            onClick={() => onChange(known.filter((_, at) => at !== index))}
          >
            <Icon name="x" size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => onChange([...known, t("step.newItem", { number: known.length + 1 })])}
      >
        {t("step.addItem")}
      </Button>
    </fieldset>
  )
}

/** Names with their values, as BASIC expressions. */
function PairsField({ field, label, isReadOnly, onChange }: EditorProps) {
  const { t } = useTranslation("builder")
  const known = Array.isArray(field.value)
    ? field.value.filter((item) => typeof item === "object")
    : []
  const draft = useFieldDraft(known, (pairs) => onChange(pairs.filter(({ name }) => name !== "")))
  const set = (index: number, change: { name?: string; value?: string }) =>
    draft.type(draft.shown.map((pair, at) => (at === index ? { ...pair, ...change } : pair)))
  return (
    <fieldset className={styles.list} disabled={isReadOnly}>
      <legend>{label}</legend>
      {draft.shown.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; the text changes with every key
        <div key={index} className={styles.listRow}>
          <TextInput
            size="sm"
            w={110}
            value={pair.name}
            aria-label={t("step.pairName", { number: index + 1 })}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
            onBlur={draft.leave}
          />
          <TextInput
            size="sm"
            flex={1}
            value={pair.value}
            aria-label={t("step.pairValue", { number: index + 1 })}
            classNames={{ input: styles.code ?? "" }}
            onChange={(event) => set(index, { value: event.currentTarget.value })}
            onBlur={draft.leave}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("step.removeItem", { number: index + 1 })}
            onClick={() => onChange(known.filter((_, at) => at !== index))}
          >
            <Icon name="x" size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => onChange([...known, { name: `field${known.length + 1}`, value: '""' }])}
      >
        {t("step.addItem")}
      </Button>
    </fieldset>
  )
}
