import { fromJson } from "#basic"
import { makeTask } from "#basic/keywords/create-task.ts"
import { createTask } from "#server/records/tasks/create-task.ts"
import { handlerFor } from "./handler.ts"
import { readTaskWords } from "./tasks/read-task-words.ts"

export const makeTaskHandler = handlerFor(
  makeTask,
  async ({ title = "", second, third, fourth, fifth, fields }, step) => {
    const words = readTaskWords(title, [second, third, fourth, fifth], fields, step)
    const projectId = step.readSession("project_id")
    const task = { ...words, projectId: typeof projectId === "string" ? projectId : null }
    const id = await step.record((tx, place) => createTask(tx, place, task))
    return fromJson({
      ...{ task_id: id, id, status: "open", title: task.title, description: task.description },
      ...{ assignee: task.assignee, priority: task.priority, reminder_set: false, url: "/tasks" },
      due_date: task.dueMs === null ? null : new Date(task.dueMs).toISOString(),
      created_at: new Date(step.nowMs).toISOString(),
    })
  },
)
