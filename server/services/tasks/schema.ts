import { z } from "zod"
import { taskPriorities } from "#basic"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

export const ListTasksInput = z.strictObject({ state: z.enum(["open", "done"]).optional() })
export type ListTasksInput = z.input<typeof ListTasksInput>

export const UpdateTaskInput = z.strictObject({
  taskId: idOf("tsk"),
  state: z.enum(["open", "done"]).optional(),
  assignee: z.string().trim().max(limits.emailChars).refine(isStorable, unstorable).optional(),
  priority: z.enum(taskPriorities).optional(),
})
export type UpdateTaskInput = z.input<typeof UpdateTaskInput>
