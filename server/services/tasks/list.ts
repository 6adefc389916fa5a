import { listTaskRows, type TaskRow } from "#server/records/tasks/list-tasks.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListTasksInput } from "./schema.ts"

export interface Task extends Omit<TaskRow, "dueAt" | "createdAt" | "doneAt"> {
  readonly dueAt: string | null
  readonly createdAt: string
  readonly doneAt: string | null
}

/** The tasks of all bots of the organization: what is due first comes first. At most 500. */
export const listTasks = defineVerb({
  name: "tasks.list",
  permission: "tasks.read",
  input: ListTasksInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { state }): Promise<Task[]> => {
    const filter = { orgId, botId: null, state: state ?? null, assignee: null }
    const rows = await container.db.withOrg(orgId, (tx) => listTaskRows(tx, filter))
    return rows.map(({ dueAt, createdAt, doneAt, ...row }) => ({
      ...row,
      dueAt: dueAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      doneAt: doneAt?.toISOString() ?? null,
    }))
  },
})
