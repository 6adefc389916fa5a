"use client"

import { Button, NumberInput, Select } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { Panel } from "../ui/panel.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import type { Prompt, SplitFigures } from "./prompt-shapes.ts"
import styles from "./prompts.module.css"
import { SplitReport } from "./split-report.tsx"
import { usePromptActs } from "./use-prompt-acts.ts"

interface ComparisonPanelProps {
  prompt: Prompt
  canChange: boolean
}

/** Two versions that answer side by side, and what that has shown. */
export function ComparisonPanel({ prompt, canChange }: ComparisonPanelProps) {
  const { t } = useTranslation(["prompts", "common"])
  const options = useTRPC().prompts.figures.queryOptions({ promptId: prompt.id })
  const { data, error, refetch } = useQuery({ ...options, staleTime: 0 })
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const running = data.splits.find(({ endedAt }) => endedAt === null)
  const ended = data.splits.filter(({ endedAt }) => endedAt !== null)
  return (
    <div className={styles.panels}>
      {running ? (
        <RunningSplit prompt={prompt} split={running} canChange={canChange} />
      ) : (
        <StartSplit prompt={prompt} canChange={canChange} />
      )}
      {ended.map((split) => (
        <Panel
          key={split.id}
          title={t("splitOf", { a: split.numberA, b: split.numberB })}
          description={
            <>
              {t("splitEnded", { number: split.chosen ?? 0 })}{" "}
              <TimeAgo at={split.endedAt ?? split.beganAt} />
            </>
          }
          order={3}
        >
          <SplitReport split={split} />
        </Panel>
      ))}
    </div>
  )
}

interface RunningSplitProps extends ComparisonPanelProps {
  split: SplitFigures
}

function RunningSplit({ prompt, split, canChange }: RunningSplitProps) {
  const { t } = useTranslation("prompts")
  const { endSplit } = usePromptActs()
  const end = (number: number) => endSplit.mutate({ promptId: prompt.id, number })
  return (
    <Panel
      title={t("splitOf", { a: split.numberA, b: split.numberB })}
      description={t("splitRuns", { percent: split.percentB, number: split.numberB })}
      actions={
        canChange && (
          <div className={styles.acts}>
            {[split.numberA, split.numberB].map((number) => (
              <Button
                key={number}
                variant="default"
                loading={endSplit.isPending}
                onClick={() => end(number)}
              >
                {t("endWith", { number })}
              </Button>
            ))}
          </div>
        )
      }
    >
      <SplitReport split={split} />
    </Panel>
  )
}

function StartSplit({ prompt, canChange }: ComparisonPanelProps) {
  const { t } = useTranslation("prompts")
  const { startSplit } = usePromptActs()
  const numbers = prompt.versions.map(({ number }) => number)
  const [a, setA] = useState(prompt.liveNumber)
  const [b, setB] = useState(numbers.find((number) => number !== prompt.liveNumber) ?? 0)
  const [percentB, setPercentB] = useState<number>(50)
  const [measure, setMeasure] = useState<"resolved" | "goal">("resolved")
  if (numbers.length < 2)
    return (
      <Panel title={t("compare")}>
        <p className={styles.quiet}>{t("compareNeedsTwo")}</p>
      </Panel>
    )
  const data = numbers.map((number) => ({ value: String(number), label: t("version", { number }) }))
  const measures = [
    { value: "resolved", label: t("measure.resolved") },
    { value: "goal", label: t("measure.goal"), disabled: prompt.goal === null },
  ]
  return (
    <Panel title={t("compare")} description={t("compareText")}>
      <div className={styles.form}>
        <Select
          label={t("versionA")}
          data={data}
          value={String(a)}
          allowDeselect={false}
          disabled={!canChange}
          onChange={(chosen) => setA(Number(chosen))}
        />
        <Select
          label={t("versionB")}
          data={data}
          value={String(b)}
          allowDeselect={false}
          disabled={!canChange}
          onChange={(chosen) => setB(Number(chosen))}
        />
        <NumberInput
          label={t("percentB")}
          value={percentB}
          min={1}
          max={99}
          suffix=" %"
          disabled={!canChange}
          onChange={(value) => setPercentB(Number(value) || 50)}
        />
        <Select
          label={t("measure")}
          data={measures}
          value={measure}
          allowDeselect={false}
          disabled={!canChange}
          onChange={(chosen) => setMeasure(chosen === "goal" ? "goal" : "resolved")}
        />
      </div>
      {canChange && (
        <Button
          mt="md"
          disabled={a === b}
          loading={startSplit.isPending}
          onClick={() =>
            startSplit.mutate({ promptId: prompt.id, numberA: a, numberB: b, percentB, measure })
          }
        >
          {t("start")}
        </Button>
      )}
    </Panel>
  )
}
