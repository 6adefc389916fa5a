"use client"

import { Button, Progress } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { EmptyState } from "../ui/empty-state.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import { ToneBadge } from "../ui/tone-badge.tsx"
import type { ListedSet, RunSummary } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { useFigureWords } from "./figure-words.ts"
import { StartRun } from "./start-run.tsx"
import { useEvaluationActs } from "./use-evaluation-acts.ts"

interface RunsPanelProps {
  botId: string
  set: ListedSet
  canChange: boolean
  onOpen: (runId: string) => void
}

/** How the runs of a set went, the newest first. */
export function RunsPanel({ botId, set, canChange, onOpen }: RunsPanelProps) {
  const { t } = useTranslation("evaluations")
  return (
    <div className={styles.panels}>
      {canChange && <StartRun botId={botId} set={set} />}
      {set.runs.length === 0 ? (
        <EmptyState icon="list-check" title={t("noRuns")} text={t("noRunsText")} size="panel" />
      ) : (
        <ul className={styles.list} aria-label={t("tab.runs")}>
          {set.runs.map((run) => (
            <RunRow key={run.id} botId={botId} run={run} canChange={canChange} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface RunRowProps extends Omit<RunsPanelProps, "set"> {
  run: RunSummary
}

function RunRow({ botId, run, canChange, onOpen }: RunRowProps) {
  const { t } = useTranslation("evaluations")
  const { count, targetOf } = useFigureWords()
  const { stopRun, deleteRun } = useEvaluationActs()
  const isAtWork = run.state === "waiting" || run.state === "running"
  const input = { botId, runId: run.id }
  return (
    <li className={styles.run}>
      <div className={styles.words}>
        <strong>{targetOf(run)}</strong>
        <span className={styles.quiet}>
          <TimeAgo at={run.createdAt} />
        </span>
        {isAtWork && (
          <Progress
            value={(run.done / Math.max(1, run.total)) * 100}
            aria-label={t("progress", { done: run.done, total: run.total })}
            mt={6}
          />
        )}
      </div>
      {run.state !== "ready" && (
        <ToneBadge tone={run.state === "failed" ? "bad" : "plain"}>
          {isAtWork ? t("progress", { done: run.done, total: run.total }) : t(`state.${run.state}`)}
        </ToneBadge>
      )}
      <span className={styles.score}>{t("rightOf", { share: count(run.figures.right) })}</span>
      <div className={styles.acts}>
        <Button
          size="xs"
          variant="default"
          aria-label={t("openOf", { target: targetOf(run) })}
          onClick={() => onOpen(run.id)}
        >
          {t("open")}
        </Button>
        {canChange && isAtWork && (
          <Button size="xs" variant="default" onClick={() => stopRun.mutate(input)}>
            {t("stop")}
          </Button>
        )}
        {canChange && !isAtWork && (
          <Button size="xs" variant="subtle" color="red" onClick={() => deleteRun.mutate(input)}>
            {t("delete")}
          </Button>
        )}
      </div>
    </li>
  )
}
