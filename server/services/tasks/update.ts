import { updateTask as change } from "#server/records/tasks/update-task.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { UpdateTaskInput } from "./schema.ts"

/** Changes who does a task, how urgent it is, or whether it is done. Throws: AppError "task.not_found". */
export const updateTask = defineVerb({
  name: "tasks.update",
  permission: "tasks.update",
  input: UpdateTaskInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, input): Promise<null> => {
    const { taskId, state, assignee, priority } = input
    const now = container.clock.now()
    await container.db.withOrg(orgId, (tx) =>
      change(tx, {
        ...{ orgId, taskId, botId: null, now },
        ...(state !== undefined && { state }),
        ...(assignee !== undefined && { assignee }),
        ...(priority !== undefined && { priority }),
      }),
    )
    return null
  },
})
