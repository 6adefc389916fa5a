"use client"

import { Badge, Button } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { inferRouterOutputs } from "@trpc/server"
import { useTranslation } from "react-i18next"
import type { AppRouter } from "#server/trpc/router.ts"
import { QueryError } from "../../api/query-error.tsx"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Panel } from "../../ui/panel.tsx"
import { RowSkeletons } from "../../ui/skeletons.tsx"
import styles from "./settings.module.css"

type ScheduleEntry = inferRouterOutputs<AppRouter>["schedules"]["list"][number]

/** While a run is under way its end is looked for. */
const lookAgainMs = 5_000
const isUnderWay = ({ lastOutcome }: ScheduleEntry): boolean => lastOutcome === "waiting"

interface SchedulesPanelProps {
  botId: string
  timeZone: string
  canChange: boolean
}

/** When the bot begins by itself. */
export function SchedulesPanel({ botId, timeZone, canChange }: SchedulesPanelProps) {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery({
    ...trpc.schedules.list.queryOptions({ botId }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? lookAgainMs : false),
  })
  return (
    <Panel title={t("schedules.title")} description={t("schedules.text")} isFlush>
      {error && <QueryError error={error} onRetry={refetch} size="panel" />}
      {!data && !error && <RowSkeletons label={t("common:loading")} count={2} />}
      {data?.length === 0 && (
        <EmptyState
          icon="calendar-time"
          title={t("schedules.emptyTitle")}
          text={t("schedules.emptyText")}
          size="panel"
        />
      )}
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map((schedule) => (
            <ScheduleRow
              key={schedule.id}
              botId={botId}
              schedule={schedule}
              timeZone={timeZone}
              canChange={canChange}
            />
          ))}
        </ul>
      )}
    </Panel>
  )
}

interface ScheduleRowProps extends SchedulesPanelProps {
  schedule: ScheduleEntry
}

function ScheduleRow({ botId, schedule, timeZone, canChange }: ScheduleRowProps) {
  const { t } = useTranslation("bots")
  const { run, pause } = useScheduleActs(botId)
  const say = useScheduleWords(timeZone)
  const { id: scheduleId, isPaused, script, lastOutcome } = schedule
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <strong>{say.when(schedule)}</strong>
        <span className={styles.quiet}>
          {say.next(schedule)}
          {script !== null && ` · ${script}`}
        </span>
        {schedule.lastAt !== null && <span className={styles.quiet}>{say.last(schedule)}</span>}
      </div>
      {lastOutcome === "failed" && (
        <Badge color="red" variant="light" tt="none">
          {t("schedules.failed")}
        </Badge>
      )}
      {canChange && (
        <div className={styles.acts}>
          <Button
            size="xs"
            variant="default"
            loading={run.isPending}
            onClick={() => run.mutate({ botId, scheduleId })}
          >
            {t("schedules.run")}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={pause.isPending}
            onClick={() => pause.mutate({ botId, scheduleId, isPaused: !isPaused })}
          >
            {isPaused ? t("schedules.resume") : t("schedules.pause")}
          </Button>
        </div>
      )}
    </li>
  )
}

function useScheduleActs(botId: string) {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const keep = (saved: ScheduleEntry[]) =>
    queryClient.setQueryData(trpc.schedules.list.queryKey({ botId }), saved)
  return {
    run: useMutation(
      trpc.schedules.run.mutationOptions({
        onSuccess: (saved) => {
          keep(saved)
          tellDone(t("schedules.begun"))
        },
        onError: tellError,
      }),
    ),
    pause: useMutation(
      trpc.schedules.pause.mutationOptions({ onSuccess: keep, onError: tellError }),
    ),
  }
}

/** Times are shown on the bot's clock, not on the reader's. */
function useScheduleWords(timeZone: string) {
  const { t, i18n } = useTranslation("bots")
  const format = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  })
  const at = (iso: string) => format.format(new Date(iso))
  return {
    when: ({ when, origin }: ScheduleEntry) =>
      origin === "later" || /^\d{4}-\d\d-\d\dT/.test(when) ? t("schedules.once") : when,
    next: ({ nextAt, isPaused }: ScheduleEntry) => {
      if (isPaused) return t("schedules.paused")
      return nextAt === null ? t("schedules.stopped") : t("schedules.next", { at: at(nextAt) })
    },
    last: ({ lastAt, lastOutcome }: ScheduleEntry) =>
      t(`schedules.last_${lastOutcome ?? "waiting"}`, { at: lastAt === null ? "" : at(lastAt) }),
  }
}
