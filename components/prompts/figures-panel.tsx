"use client"

import { Button, TextInput } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { Panel } from "../ui/panel.tsx"
import { ScrollRegion } from "../ui/scroll-region.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import type { Prompt, PromptFigures } from "./prompt-shapes.ts"
import styles from "./prompts.module.css"
import { usePromptActs } from "./use-prompt-acts.ts"

interface FiguresPanelProps {
  prompt: Prompt
  canChange: boolean
}

/** How each version did, and what that is measured by. */
export function FiguresPanel({ prompt, canChange }: FiguresPanelProps) {
  const { t } = useTranslation(["prompts", "common"])
  const options = useTRPC().prompts.figures.queryOptions({ promptId: prompt.id })
  const { data, error, refetch } = useQuery({ ...options, staleTime: 0 })
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  return (
    <div className={styles.panels}>
      <Panel title={t("tab.figures")} description={t("figuresText")}>
        <VersionTable versions={data.versions} />
      </Panel>
      <MeasuresPanel prompt={prompt} canChange={canChange} />
    </div>
  )
}

function VersionTable({ versions }: Pick<PromptFigures, "versions">) {
  const { t, i18n } = useTranslation("prompts")
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" })
  const money = new Intl.NumberFormat(i18n.language, {
    ...{ style: "currency", currency: "USD", maximumFractionDigits: 4 },
  })
  const shareOf = (part: number | null, all: number) =>
    part === null || all === 0 ? "–" : percent.format(part / all)
  return (
    <ScrollRegion className={styles.scroll} label={t("tab.figures")}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(
              [
                ...["versionHead", "conversations", "resolved", "reached", "rating"],
                ...["calls", "time", "cost"],
              ] as const
            ).map((key) => (
              <th key={key}>{t(key as "time")}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((each) => (
            <tr key={each.number}>
              <th scope="row">{t("version", { number: each.number })}</th>
              <td>{each.conversations}</td>
              <td>{shareOf(each.resolved, each.conversations)}</td>
              <td>{shareOf(each.reached, each.conversations)}</td>
              <td>{each.rating === null ? "–" : number.format(each.rating)}</td>
              <td>{each.calls}</td>
              <td>
                {each.typicalMs === null
                  ? "–"
                  : t("seconds", { seconds: number.format(each.typicalMs / 1_000) })}
              </td>
              <td>{money.format(each.dollars)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function MeasuresPanel({ prompt, canChange }: FiguresPanelProps) {
  const { t } = useTranslation(["prompts", "common"])
  const [goal, setGoal] = useState(prompt.goal ?? "")
  const [rating, setRating] = useState(prompt.rating ?? "")
  const { update } = usePromptActs()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    update.mutate({ promptId: prompt.id, goal, rating })
  }
  return (
    <Panel title={t("measures")} description={t("measuresText")}>
      <form onSubmit={submit}>
        <div className={styles.form}>
          <TextInput
            label={t("goal")}
            description={t("goalHint")}
            value={goal}
            readOnly={!canChange}
            maxLength={limits.resultNameChars}
            onChange={(event) => setGoal(event.currentTarget.value)}
          />
          <TextInput
            label={t("ratingResult")}
            description={t("ratingHint")}
            value={rating}
            readOnly={!canChange}
            maxLength={limits.resultNameChars}
            onChange={(event) => setRating(event.currentTarget.value)}
          />
        </div>
        {canChange && (
          <Button mt="md" type="submit" variant="default" loading={update.isPending}>
            {t("common:save")}
          </Button>
        )}
      </form>
    </Panel>
  )
}
