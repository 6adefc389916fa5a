"use client"

import { useState } from "react"
import { useTranslation } from "react-i18next"
import { prepareRename, type RenameRefusal, renameAt } from "#basic/services/rename.ts"
import { openSource } from "#basic/services/source-model.ts"
import type { Reference } from "#basic/services/symbols.ts"
import { Icon } from "../../ui/icon.tsx"
import { InlineEdit } from "../../ui/inline-edit.tsx"
import { type BuilderStore, findStepAt } from "../builder-store.ts"
import { applyEdits } from "../edit-history.ts"
import styles from "./variables.module.css"
import type { UsedVariable } from "./variables-panel.tsx"

interface VariableRowProps {
  readonly store: BuilderStore
  readonly variable: UsedVariable
  /** What it holds in the test chat; undefined before it holds anything. */
  readonly value: unknown
  readonly canEdit: boolean
}

/** One variable; opened, the places that use it. */
export function VariableRow({ store, variable, value, canEdit }: VariableRowProps) {
  const { t } = useTranslation("builder")
  const [refusal, setRefusal] = useState<{ reason: RenameRefusal; name: string } | null>(null)
  const { name, places } = variable
  const isEmpty = value === undefined || value === null
  const save = (next: string) => {
    const reason = rename(store, places[0]?.start ?? 0, next)
    setRefusal(reason === null ? null : { reason, name: next })
  }
  return (
    <li>
      <div className={styles.face}>
        <InlineEdit
          value={name}
          label={t("variables.rename", { name })}
          isReadOnly={!canEdit || places.length === 0}
          maxLength={60}
          className={styles.name ?? ""}
          onSave={save}
        />
        <span className={styles.value} data-empty={isEmpty || undefined}>
          {isEmpty ? t("variables.empty") : showValue(value)}
        </span>
      </div>
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {t(`variables.refused.${refusal.reason}`, { name: refusal.name })}
        </p>
      )}
      <details className={styles.uses}>
        <summary>{t("variables.uses", { count: places.length })}</summary>
        <ul>
          {places.map((place) => (
            <li key={place.start}>
              <Use store={store} place={place} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** A place that names the variable, as its line reads; pressed, it shows the step. */
function Use({ store, place }: { store: BuilderStore; place: Reference }) {
  const { t } = useTranslation("builder")
  const { source } = store.getState().document
  const begin = source.lastIndexOf("\n", place.start - 1) + 1
  const end = source.indexOf("\n", place.start)
  const line = source.slice(begin, end < 0 ? undefined : end).trim()
  const show = () => {
    const state = store.getState()
    const found = findStepAt(state.document, place.start)
    if (found && found.flowId !== state.flowId) state.showFlow(found.flowId)
    state.reveal({ start: place.start, end: place.end }, found?.step.id ?? null)
  }
  const isWrite = place.role !== "read"
  return (
    <button type="button" className={styles.use} onClick={show}>
      <Icon name={isWrite ? "pencil" : "eye"} size={14} />
      <code>{line}</code>
      <span className={styles.role}>{isWrite ? t("variables.sets") : t("variables.reads")}</span>
    </button>
  )
}

/** Renames what stands at an offset everywhere it is meant; gives the reason when it cannot. */
function rename(store: BuilderStore, offset: number, name: string): RenameRefusal | null {
  const { document, editSource } = store.getState()
  const model = openSource(document.source)
  if (prepareRename(model, offset) === null) return "not_a_name"
  const result = renameAt(model, offset, name)
  if (!result.ok) return result.reason
  editSource(applyEdits(document.source, result.edits))
  return null
}

const showValue = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value)
