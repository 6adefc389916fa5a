import { defineCommand } from "./define.ts"

export const setTaskDueDate = defineCommand({
  name: "SET TASK DUE DATE",
  forms: ["SET TASK DUE DATE {task}, {due}"],
  effect: "data",
  group: "tasks",
  summary: "Says until when a task is to be done.",
  params: {
    task: { kind: "any", doc: "The task_id that CREATE TASK gave." },
    due: { kind: "any", doc: 'A date, or words such as "friday 17:00".' },
  },
  result: "map",
  raises: ["task.not_found", "basic.bad_value"],
  example: 't = CREATE TASK "Call"\nSET TASK DUE DATE t.task_id, "tomorrow 09:00"\nTALK "Done."',
  canvas: {
    icon: "calendar-time",
    family: "people",
    titleKey: "steps.command",
  },
})
