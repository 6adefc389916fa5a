import { fromJson, readPriority } from "#basic"
import { setTaskPriority } from "#basic/keywords/set-task-priority.ts"
import { updateTask } from "#server/records/tasks/update-task.ts"
import { handlerFor } from "./handler.ts"
import { badValue, readId } from "./tasks/read-event.ts"

export const setTaskPriorityHandler = handlerFor(
  setTaskPriority,
  async ({ task, priority: text = "" }, step) => {
    const priority = readPriority(text)
    if (priority === null) throw badValue("priority", text, "low, medium, high or urgent")
    const taskId = readId(task, ["task_id", "id"])
    return fromJson(
      await step.record(async (tx, { orgId, botId, nowMs }) => {
        await updateTask(tx, { orgId, botId, taskId, priority, now: new Date(nowMs) })
        return { success: true, task_id: taskId, priority }
      }),
    )
  },
)
