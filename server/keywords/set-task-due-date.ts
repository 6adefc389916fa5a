import { fromJson } from "#basic"
import { setTaskDueDate } from "#basic/keywords/set-task-due-date.ts"
import { updateTask } from "#server/records/tasks/update-task.ts"
import { handlerFor } from "./handler.ts"
import { readId, readStart } from "./tasks/read-event.ts"

export const setTaskDueDateHandler = handlerFor(setTaskDueDate, async ({ task, due }, step) => {
  const dueMs = readStart("due", due, step)
  const taskId = readId(task, ["task_id", "id"])
  return fromJson(
    await step.record(async (tx, { orgId, botId, nowMs }) => {
      await updateTask(tx, { orgId, botId, taskId, dueMs, now: new Date(nowMs) })
      return { success: true, task_id: taskId, due_date: new Date(dueMs).toISOString() }
    }),
  )
})
