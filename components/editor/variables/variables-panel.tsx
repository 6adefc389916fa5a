"use client"

import { TextInput } from "@mantine/core"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { openSource } from "#basic/services/source-model.ts"
import { listReferences, type Reference, variablesOf } from "#basic/services/symbols.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Icon } from "../../ui/icon.tsx"
import type { BuilderStore } from "../builder-store.ts"
import { useCalmDocument } from "../use-calm-document.ts"
import { VariableRow } from "./variable-row.tsx"
import styles from "./variables.module.css"

/** Shorter lists are seen at once. */
const manyVariables = 8

export interface UsedVariable {
  readonly name: string
  readonly places: readonly Reference[]
}

/** The program's variables: what they hold in the test chat, where they are used, and a new name for them. */
export function VariablesPanel({ store, canEdit }: { store: BuilderStore; canEdit: boolean }) {
  const { t } = useTranslation("builder")
  const { source } = useCalmDocument(store)
  const values = useStore(store, (state) => state.variables)
  const [wanted, setWanted] = useState("")
  const variables = useMemo(() => listUsed(source), [source])
  if (variables.length === 0)
    return <EmptyState icon="variable" title={t("variables.none")} text={t("variables.noneText")} />
  const held = new Map(values.map(({ name, value }) => [name.toLowerCase(), value]))
  const shown = variables.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
  return (
    <div className={styles.panel}>
      {variables.length > manyVariables && (
        <TextInput
          size="sm"
          value={wanted}
          aria-label={t("variables.find")}
          placeholder={t("variables.find")}
          leftSection={<Icon name="search" size={15} />}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && <p className={styles.nothing}>{t("variables.noMatch")}</p>}
      <ul className={styles.list}>
        {shown.map((variable) => (
          <VariableRow
            key={variable.name.toLowerCase()}
            store={store}
            variable={variable}
            value={held.get(variable.name.toLowerCase())}
            canEdit={canEdit}
          />
        ))}
      </ul>
    </div>
  )
}

/** Every variable that something sets, by name, with the places that name it. */
function listUsed(source: string): UsedVariable[] {
  const model = openSource(source)
  return [...variablesOf(model)]
    .map(([normal, name]) => ({
      name,
      places: listReferences(model, { key: `variable:${normal}`, kind: "variable", name: normal }),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
