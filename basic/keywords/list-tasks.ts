import { defineCommand } from "./define.ts"

export const listTasks = defineCommand({
  name: "LIST TASKS",
  forms: ["LIST TASKS", "LIST TASKS {state}"],
  effect: "data",
  group: "tasks",
  summary: "Lists the tasks of the bot: what is due first comes first.",
  params: {
    state: { kind: "text", doc: "open or done; both when left out." },
  },
  result: "list",
  binding: "tight",
  raises: [],
  example: 'CREATE TASK "Water the plants"\nTALK "Open: " + COUNT(LIST TASKS)',
  canvas: {
    icon: "checklist",
    family: "people",
    titleKey: "steps.command",
  },
})
