"use client"

import { Button, NativeSelect, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type Place,
  readTyped,
  type TypedText,
  type ValueTree,
} from "#basic/debugger/variable-tree.ts"
import styles from "./debug.module.css"

const types = ["text", "number", "yesno", "date", "json", "nothing"] as const

interface ValueRowProps {
  readonly label: string
  readonly place: Place
  readonly value: ValueTree
  /** Null where nothing can be changed. */
  readonly onSet: ((place: Place, value: TypedText) => void) | null
}

/** A value with its name: plain ones can be changed in place, lists and records opened. */
export function ValueRow({ label, place, value, onSet }: ValueRowProps) {
  const { t } = useTranslation("builder")
  if (value.kind === "plain") return <PlainRow {...{ label, place, value, onSet }} />
  return (
    <li>
      <details className={styles.branch}>
        <summary>
          <span className={styles.key}>{label}</span>
          <span className={styles.faint}>{t(`debug.${value.kind}`, { number: value.count })}</span>
        </summary>
        <ul>
          {value.parts.map((part) => (
            <ValueRow
              key={part.key}
              label={String(part.key)}
              place={{ ...place, keys: [...place.keys, part.key] }}
              value={part.value}
              onSet={onSet}
            />
          ))}
          {value.count > value.parts.length && <li className={styles.faint}>…</li>}
        </ul>
      </details>
    </li>
  )
}

type PlainTree = Extract<ValueTree, { kind: "plain" }>

function PlainRow({ label, place, value, onSet }: ValueRowProps & { value: PlainTree }) {
  const { t } = useTranslation("builder")
  const [isOpen, setOpen] = useState(false)
  const shown = useShown(value)
  if (isOpen && onSet)
    return (
      <li>
        <ValueForm
          label={label}
          value={value}
          onCancel={() => setOpen(false)}
          onSet={(typed) => {
            setOpen(false)
            onSet(place, typed)
          }}
        />
      </li>
    )
  return (
    <li>
      <button
        type="button"
        className={styles.plain}
        disabled={onSet === null}
        title={t("debug.change", { name: label, value: shown })}
        onClick={() => setOpen(true)}
      >
        <span className={styles.key}>{label}</span>{" "}
        <span className={value.type === "nothing" ? styles.faint : styles.value} dir="auto">
          {shown}
        </span>
      </button>
    </li>
  )
}

function useShown(value: PlainTree): string {
  const { t } = useTranslation("builder")
  if (value.type === "nothing") return t("variables.empty")
  if (value.type === "yesno") return t(value.text === "true" ? "debug.yes" : "debug.no")
  if (value.type === "duration") return t("debug.seconds", { seconds: value.text })
  return value.text
}

interface ValueFormProps {
  readonly label: string
  readonly value: PlainTree
  readonly onSet: (typed: TypedText) => void
  readonly onCancel: () => void
}

function ValueForm({ label, value, onSet, onCancel }: ValueFormProps) {
  const { t } = useTranslation(["builder", "common"])
  const [type, setType] = useState<TypedText["type"]>(typeOf(value))
  const [text, setText] = useState(value.text)
  const isRefused = readTyped({ type, text }) === undefined
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isRefused) onSet({ type, text })
  }
  return (
    <form className={styles.form} onSubmit={save}>
      <div className={styles.typed}>
        <NativeSelect
          size="xs"
          aria-label={t("debug.type")}
          value={type}
          data={types.map((name) => ({ value: name, label: t(`debug.type.${name}`) }))}
          onChange={({ currentTarget }) =>
            setType(types.find((name) => name === currentTarget.value) ?? "text")
          }
        />
        {type === "yesno" ? (
          <NativeSelect
            size="xs"
            aria-label={label}
            value={/^true$/i.test(text) ? "true" : "false"}
            data={[
              { value: "true", label: t("debug.yes") },
              { value: "false", label: t("debug.no") },
            ]}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        ) : (
          type !== "nothing" && (
            <TextInput
              size="xs"
              aria-label={label}
              value={text}
              dir="auto"
              data-autofocus
              autoFocus
              error={isRefused && t(`debug.refused.${type}`)}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )
        )}
      </div>
      <div className={styles.formEnd}>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
        <Button size="compact-xs" type="submit" disabled={isRefused}>
          {t("debug.set")}
        </Button>
      </div>
    </form>
  )
}

const typeOf = ({ type }: PlainTree): TypedText["type"] =>
  type === "duration" ? "number" : type === "nothing" ? "text" : type
