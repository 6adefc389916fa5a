"use client"

import { Button, NumberInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import styles from "../bots/settings/settings.module.css"
import { Panel } from "../ui/panel.tsx"
import type { ModelPlace, ModelSettings } from "./model-shapes.ts"

interface BudgetsPanelProps {
  place: ModelPlace
  budgets: ModelSettings["budgets"]
  canChange: boolean
}

const ofOrganization = ["organization", "bot", "contact", "conversation"] as const
const ofBot = ["bot", "contact", "conversation"] as const

/** What models may cost. An empty field is no limit. */
export function BudgetsPanel({ place, budgets, canChange }: BudgetsPanelProps) {
  const { t } = useTranslation("bots")
  const scopes = place.botId === undefined ? ofOrganization : ofBot
  return (
    <Panel title={t("models.budgets")} description={t("models.budgetsText")} isFlush>
      <ul className={styles.list}>
        {scopes.map((scope) => (
          <BudgetRow
            key={scope}
            place={place}
            scope={scope}
            dollars={budgets.find((budget) => budget.scope === scope)?.dollars ?? null}
            canChange={canChange}
          />
        ))}
      </ul>
    </Panel>
  )
}

interface BudgetRowProps {
  place: ModelPlace
  scope: (typeof ofOrganization)[number]
  dollars: number | null
  canChange: boolean
}

function BudgetRow({ place, scope, dollars, canChange }: BudgetRowProps) {
  const { t } = useTranslation(["bots", "common"])
  const [value, setValue] = useState<number | string>(dollars ?? "")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const save = useMutation(
    trpc.models.setBudget.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.models.pathFilter())
        tellDone(t("common:saved"))
      },
      onError: tellError,
    }),
  )
  const wanted = value === "" ? null : Number(value)
  const isThisBot = scope === "bot" && place.botId !== undefined
  const label = t(isThisBot ? "models.budget.thisBot" : `models.budget.${scope}`)
  return (
    <li className={styles.row}>
      <span className={styles.words}>{label}</span>
      <NumberInput
        aria-label={label}
        prefix="$"
        min={0}
        max={1_000_000}
        decimalScale={2}
        hideControls
        placeholder={t("models.noLimit")}
        value={value}
        readOnly={!canChange}
        onChange={setValue}
        maw={160}
      />
      {canChange && (
        <Button
          variant="default"
          loading={save.isPending}
          disabled={wanted === dollars}
          aria-label={`${t("common:save")}: ${label}`}
          onClick={() => save.mutate({ ...place, scope, dollars: wanted })}
        >
          {t("common:save")}
        </Button>
      )}
    </li>
  )
}
