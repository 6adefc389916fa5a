import { fromJson } from "#basic"
import { tieTasks } from "#basic/keywords/link-tasks.ts"
import { linkTasks } from "#server/records/tasks/link-tasks.ts"
import { handlerFor } from "./handler.ts"
import { readId } from "./tasks/read-event.ts"

export const tieTasksHandler = handlerFor(
  tieTasks,
  async ({ task, other, kind = "related" }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const ids = [readId(task, ["task_id", "id"]), readId(other, ["task_id", "id"])] as const
        await linkTasks(tx, place, ids, kind)
        return { success: true, task_id: ids[0], other_task_id: ids[1], kind }
      }),
    ),
)
