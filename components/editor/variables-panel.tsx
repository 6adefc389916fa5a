"use client"

import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { namesOf } from "#basic"
import { EmptyState } from "../ui/empty-state.tsx"
import styles from "./builder.module.css"
import type { BuilderStore } from "./builder-store.ts"

/** The program's variables, with what they hold in the test chat. */
export function VariablesPanel({ store }: { store: BuilderStore }) {
  const { t } = useTranslation("builder")
  const program = useStore(store, (state) => state.document.program)
  const values = useStore(store, (state) => state.variables)
  const { variables } = namesOf(program)
  if (variables.length === 0)
    return <EmptyState icon="variable" title={t("variables.none")} text={t("variables.noneText")} />
  const held = new Map(values.map(({ name, value }) => [name.toLowerCase(), value]))
  return (
    <dl className={styles.variables}>
      {variables.map((name) => {
        const value = held.get(name.toLowerCase())
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-empty={value === undefined || value === null || undefined}>
              {value === undefined || value === null ? t("variables.empty") : showValue(value)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const showValue = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value)
