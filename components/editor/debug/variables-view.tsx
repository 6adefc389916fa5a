"use client"

import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import {
  listParams,
  listVariables,
  type Place,
  procedureOf,
  type TypedText,
} from "#basic/debugger/variable-tree.ts"
import type { BuilderStore } from "../builder-store.ts"
import type { TestRunView } from "../use-test-run.ts"
import styles from "./debug.module.css"
import { ValueRow } from "./value-row.tsx"

/** What the bot knows at the moment, as trees; every plain value can be given another. */
export function VariablesView({ store, view }: { store: BuilderStore; view: TestRunView }) {
  const { t } = useTranslation("builder")
  const { state, pause } = view.run
  const variables = useMemo(() => (state ? listVariables(state) : []), [state])
  const params = useMemo(() => (state ? readParams(store, state) : []), [store, state])
  if (state === null || variables.length + params.length === 0) return null
  const canSet = pause !== null || view.run.preview.waiting !== null
  const set = (place: Place, value: TypedText) => view.actions.set(place, value)
  return (
    <details className={styles.variables} open={pause !== null}>
      <summary>{t("debug.variables", { number: variables.length + params.length })}</summary>
      <ul>
        {params.map(({ name, value }, index) => (
          <ValueRow
            key={name}
            label={name}
            place={{ name, keys: [], param: index }}
            value={value}
            onSet={canSet ? set : null}
          />
        ))}
        {variables.map(({ name, value }) => (
          <ValueRow
            key={name}
            label={name}
            place={{ name, keys: [] }}
            value={value}
            onSet={canSet ? set : null}
          />
        ))}
      </ul>
    </details>
  )
}

/** What the open procedure was given, by the names its flow gives it. */
function readParams(store: BuilderStore, state: Parameters<typeof listParams>[0]) {
  const name = procedureOf(state).toLowerCase()
  const flow = store
    .getState()
    .document.flows.find((each) => each.kind !== "main" && each.name.toLowerCase() === name)
  return listParams(state).map((value, index) => ({
    name: flow?.params[index] ?? String(index + 1),
    value,
  }))
}
