import { TaskList } from "#components/tasks/task-list.tsx"
import { requirePerson } from "../../gate.ts"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.tasks")

export default async function TasksRoute() {
  await requirePerson("/tasks")
  return <TaskList />
}
