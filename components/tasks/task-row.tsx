"use client"

import { Checkbox, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { hasPermission } from "#catalog/permissions.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import styles from "./tasks.module.css"

export interface ShownTask {
  readonly id: string
  readonly botName: string
  readonly project: string | null
  readonly title: string
  readonly description: string
  readonly assignee: string
  readonly priority: string
  readonly state: "open" | "done"
  readonly dueAt: string | null
}

/** One task: ticked off, and given to somebody. */
export function TaskRow({ task }: { task: ShownTask }) {
  const { t } = useTranslation("people")
  const { organization } = useCurrentOrganization()
  const mayChange = hasPermission(organization.role, "tasks.update")
  const change = useTaskChange()
  const { id: taskId, title, state } = task
  return (
    <li className={styles.row}>
      <Checkbox
        checked={state === "done"}
        disabled={!mayChange || change.isPending}
        aria-label={t("tasks.markDone", { title })}
        onChange={() => change.mutate({ taskId, state: state === "done" ? "open" : "done" })}
      />
      <div className={styles.words}>
        <strong dir="auto">{title}</strong>
        {task.description !== "" && <p dir="auto">{task.description}</p>}
        <Facts task={task} />
      </div>
      <AssigneeField
        task={task}
        isLocked={!mayChange}
        onSave={(assignee) => change.mutate({ taskId, assignee })}
      />
    </li>
  )
}

function useTaskChange() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  return useMutation(
    trpc.tasks.update.mutationOptions({
      onError: tellError,
      onSettled: () => queryClient.invalidateQueries(trpc.tasks.pathFilter()),
    }),
  )
}

const priorities = ["low", "medium", "high", "urgent"] as const

function Facts({ task }: { task: ShownTask }) {
  const { t, i18n } = useTranslation("people")
  const priority = priorities.find((known) => known === task.priority) ?? "medium"
  const isOver = task.state === "open" && task.dueAt !== null && Date.parse(task.dueAt) < Date.now()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" })
  const date = task.dueAt === null ? "" : format.format(new Date(task.dueAt))
  return (
    <p className={styles.facts}>
      <span data-priority={priority}>{t(`priority.${priority}`)}</span>
      {date !== "" && (
        <span data-over={isOver || undefined}>
          {t(isOver ? "tasks.overdue" : "tasks.due", { date })}
        </span>
      )}
      {task.project !== null && <span>{task.project}</span>}
      <span>{task.botName}</span>
    </p>
  )
}

interface AssigneeFieldProps {
  task: ShownTask
  isLocked: boolean
  onSave: (assignee: string) => void
}

/** Saved when one leaves the field, or with Enter. */
function AssigneeField({ task, isLocked, onSave }: AssigneeFieldProps) {
  const { t } = useTranslation("people")
  const [text, setText] = useState(task.assignee)
  const save = () => {
    if (text.trim() !== task.assignee) onSave(text.trim())
  }
  return (
    <TextInput
      className={styles.assignee}
      size="xs"
      disabled={isLocked}
      aria-label={t("tasks.assigneeOf", { title: task.title })}
      placeholder={t("tasks.nobody")}
      maxLength={limits.emailChars}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save()
      }}
    />
  )
}
