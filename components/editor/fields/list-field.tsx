"use client"

import { ActionIcon, Button, TextInput } from "@mantine/core"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../../ui/icon.tsx"
import styles from "./fields.module.css"
import type { FieldProps } from "./step-field.tsx"
import { useFieldDraft } from "./use-field-draft.ts"

/** Answers to choose from, a line each, in the order in which they are offered. */
export function ListField({ field, label, help, isReadOnly, onChange }: FieldProps) {
  const { t } = useTranslation("builder")
  const box = useRef<HTMLFieldSetElement>(null)
  const known = Array.isArray(field.value)
    ? field.value.filter((item) => typeof item === "string")
    : []
  const draft = useFieldDraft<readonly string[]>(known, (items) =>
    onChange(items.filter((item) => item.trim() !== "")),
  )
  const items = draft.shown
  // The steps behind a case stand where it stands; only choices may change places.
  const canMove = field.name === "options" && !isReadOnly && items.length > 1
  const focusLine = (index: number) =>
    requestAnimationFrame(() => {
      const line = box.current?.querySelectorAll("input")[index]
      line?.focus()
      line?.select()
    })
  const add = () => {
    draft.set([...items, nameNew(items, (number) => t("step.newItem", { number }))])
    focusLine(items.length)
  }
  return (
    <fieldset ref={box} className={styles.list} disabled={isReadOnly}>
      <legend>{label}</legend>
      {help && <p className={styles.fieldHelp}>{help}</p>}
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; the text changes with every key
        <div key={index} className={styles.listRow}>
          <TextInput
            size="sm"
            flex={1}
            value={item}
            dir="auto"
            aria-label={t("step.item", { number: index + 1 })}
            onChange={(event) => draft.type(replaceAt(items, index, event.currentTarget.value))}
            onBlur={draft.leave}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return
              event.preventDefault()
              if (index === items.length - 1) add()
              else focusLine(index + 1)
            }}
          />
          {canMove && (
            <MoveButtons
              number={index + 1}
              count={items.length}
              onMove={(by) => draft.set(moveItem(items, index, by))}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={isReadOnly || (field.isRequired && items.length === 1)}
            aria-label={t("step.removeItem", { number: index + 1 })}
            onClick={() => draft.set(items.filter((_, at) => at !== index))}
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
      {!isReadOnly && <AddButton onAdd={add} />}
    </fieldset>
  )
}

function AddButton({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation("builder")
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Icon name="plus" size={14} />}
      onClick={onAdd}
    >
      {t("step.addItem")}
    </Button>
  )
}

interface MoveButtonsProps {
  readonly number: number
  readonly count: number
  readonly onMove: (by: -1 | 1) => void
}

function MoveButtons({ number, count, onMove }: MoveButtonsProps) {
  const { t } = useTranslation("builder")
  return (
    <span className={styles.moves}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={20}
        disabled={number === 1}
        aria-label={t("step.itemUp", { number })}
        onClick={() => onMove(-1)}
      >
        <Icon name="chevron-up" size={13} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={20}
        disabled={number === count}
        aria-label={t("step.itemDown", { number })}
        onClick={() => onMove(1)}
      >
        <Icon name="chevron-down" size={13} />
      </ActionIcon>
    </span>
  )
}

const replaceAt = (items: readonly string[], index: number, text: string): string[] =>
  items.map((item, at) => (at === index ? text : item))

/** Moves an item one place up or down. */
export function moveItem<T>(items: readonly T[], index: number, by: -1 | 1): T[] {
  const moved = [...items]
  const [item] = moved.splice(index, 1)
  if (item !== undefined) moved.splice(index + by, 0, item)
  return moved
}

/** The first free one of "Answer 3", "Answer 4" ...: two equal choices could not be told apart. */
export function nameNew(items: readonly string[], say: (number: number) => string): string {
  let number = items.length + 1
  while (items.includes(say(number))) number += 1
  return say(number)
}
