import { fromJson, listRecipients } from "#basic"
import { assignSmart } from "#basic/keywords/assign-smart.ts"
import { chooseLeastBusy } from "#server/records/tasks/choose-least-busy.ts"
import { updateTask } from "#server/records/tasks/update-task.ts"
import { handlerFor } from "./handler.ts"
import { readId } from "./tasks/read-event.ts"

export const assignSmartHandler = handlerFor(assignSmart, async ({ task, people }, step) => {
  const taskId = readId(task, ["task_id", "id"])
  const names = listRecipients(people ?? null)
  return fromJson(
    await step.record(async (tx, { orgId, botId, nowMs }) => {
      const assignee = await chooseLeastBusy(tx, orgId, names)
      await updateTask(tx, { orgId, botId, taskId, assignee, now: new Date(nowMs) })
      return { success: true, task_id: taskId, assignee }
    }),
  )
})
