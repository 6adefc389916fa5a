"use client"

import { SegmentedControl } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { ApprovalList } from "./approval-list.tsx"
import { TaskRow } from "./task-row.tsx"
import styles from "./tasks.module.css"

const states = ["open", "done"] as const
type State = (typeof states)[number]

/** What bots ask people to do. */
export function TaskList() {
  const { t } = useTranslation("people")
  const [state, setState] = useState<State>("open")
  return (
    <>
      <PageHeader
        trail={[]}
        title={t("tasks.title")}
        description={t("tasks.description")}
        actions={
          <SegmentedControl
            aria-label={t("tasks.filter")}
            value={state}
            onChange={(value) => setState(value === "done" ? "done" : "open")}
            data={states.map((value) => ({ value, label: t(`tasks.${value}`) }))}
          />
        }
      />
      <ApprovalList />
      <Tasks state={state} />
    </>
  )
}

function Tasks({ state }: { state: State }) {
  const { t } = useTranslation(["people", "common"])
  const trpc = useTRPC()
  const { data: tasks, error, refetch } = useQuery(trpc.tasks.list.queryOptions({ state }))
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!tasks) return <RowSkeletons label={t("common:loading")} />
  const about = state === "open" ? "tasks.empty" : "tasks.emptyDone"
  if (tasks.length === 0)
    return <EmptyState icon="checklist" title={t(`${about}.title`)} text={t(`${about}.text`)} />
  return (
    <ul className={styles.list}>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ul>
  )
}
