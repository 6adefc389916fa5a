import { listTasks } from "#server/services/tasks/list.ts"
import { updateTask } from "#server/services/tasks/update.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const tasksRouter = router({
  list: orgQuery(listTasks),
  update: orgMutation(updateTask),
})
