"use client"

import { Button, Select } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { Icon } from "../ui/icon.tsx"
import { Panel } from "../ui/panel.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { ComparedResults } from "./compared-results.tsx"
import type { ListedSet, Run } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { useFigureWords } from "./figure-words.ts"
import { ResultList } from "./result-list.tsx"

interface RunViewProps {
  botId: string
  set: ListedSet
  runId: string
  onClose: () => void
}

/** One run: its figures and each answer; beside another, what got better and worse. */
export function RunView({ botId, set, runId, onClose }: RunViewProps) {
  const { t } = useTranslation(["evaluations", "common"])
  const { targetOf } = useFigureWords()
  const live = findLiveRun(set, runId)
  const [chosenId, setOtherId] = useState<string | null | undefined>(undefined)
  // A version that is not published yet stands beside the one that is, until somebody chooses otherwise.
  const otherId = chosenId === undefined ? (live?.id ?? null) : chosenId
  const trpc = useTRPC()
  const state = set.runs.find(({ id }) => id === runId)
  const { data, error, refetch } = useQuery({
    ...trpc.evaluations.getRun.queryOptions({ botId, runId }),
    // A run that goes on has more each time its list is asked for.
    refetchInterval: state?.state === "running" || state?.state === "waiting" ? 1_500 : false,
  })
  const other = useQuery(
    trpc.evaluations.getRun.queryOptions(
      { botId, runId: otherId ?? "" },
      { enabled: otherId !== null },
    ),
  )
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const others = set.runs.filter(({ id }) => id !== runId)
  const when = new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "short" })
  return (
    <div className={styles.panels}>
      <div className={styles.acts}>
        <Button
          variant="default"
          leftSection={<Icon name="arrow-left" size={16} className="bw-mirror" />}
          onClick={onClose}
        >
          {t("allRuns")}
        </Button>
        {others.length > 0 && (
          <Select
            aria-label={t("compareWith")}
            placeholder={t("compareWith")}
            clearable
            data={others.map((run) => ({
              value: run.id,
              label: `${targetOf(run)} · ${when.format(new Date(run.createdAt))}`,
            }))}
            value={otherId}
            onChange={setOtherId}
          />
        )}
      </div>
      <Panel
        title={targetOf(data)}
        {...(live !== null &&
          otherId === live.id && { description: t("besideLive", { target: targetOf(live) }) })}
        {...(isUnpublished(data) && live === null && { description: t("noLiveRun") })}
      >
        <FigureList run={data} other={otherId === null ? null : (other.data ?? null)} />
      </Panel>
      {otherId !== null && other.data ? (
        <ComparedResults before={other.data.results} after={data.results} />
      ) : (
        <ResultList results={data.results} />
      )}
    </div>
  )
}

const isUnpublished = ({ versionNumber, isLive }: Pick<Run, "versionNumber" | "isLive">): boolean =>
  versionNumber !== null && !isLive

/** The newest run of the published version with the prompts that are live; null for one that need not be compared. */
function findLiveRun({ runs }: ListedSet, runId: string) {
  const own = runs.find(({ id }) => id === runId)
  if (own === undefined || !isUnpublished(own)) return null
  return (
    runs.find(({ isLive, state, prompt }) => isLive && state === "ready" && prompt === null) ?? null
  )
}

/** The figures of a run; behind each, that of the other run. */
function FigureList({ run, other }: { run: Run; other: Run | null }) {
  const { t } = useTranslation("evaluations")
  const { count, share, seconds, money } = useFigureWords()
  const figures = (figured: Run) => {
    const { right, found, matched, declinedRightly, declinedWrongly } = figured.figures
    return [
      ["right", count(right)],
      ["found", count(found)],
      ["matched", count(matched)],
      ["faithful", share(figured.figures.faithfulness)],
      ["declinedRightly", count(declinedRightly)],
      ["declinedWrongly", count(declinedWrongly)],
      ["time", seconds(figured.figures.typicalMs)],
      ["cost", money(figured.figures.dollars)],
    ] as const
  }
  const others = other === null ? [] : figures(other)
  return (
    <dl className={styles.figures}>
      {figures(run).map(([key, value], at) => (
        <div key={key}>
          <dt>{t(`figure.${key}`)}</dt>
          <dd>
            {value}
            {others[at] && (
              <span className={styles.before}>{t("was", { value: others[at][1] })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
