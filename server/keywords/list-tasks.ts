import { fromJson } from "#basic"
import { listTasks } from "#basic/keywords/list-tasks.ts"
import { listTaskRows, toTaskJson } from "#server/records/tasks/list-tasks.ts"
import { handlerFor } from "./handler.ts"

export const listTasksHandler = handlerFor(listTasks, async ({ state = "" }, step) =>
  fromJson(
    await step.record(async (tx, { orgId, botId }) => {
      const wanted = state === "open" || state === "done" ? state : null
      const rows = await listTaskRows(tx, { orgId, botId, state: wanted, assignee: null })
      return rows.map(toTaskJson)
    }),
  ),
)
