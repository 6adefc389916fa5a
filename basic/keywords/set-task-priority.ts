import { defineCommand } from "./define.ts"

export const setTaskPriority = defineCommand({
  name: "SET TASK PRIORITY",
  forms: ["SET TASK PRIORITY {task}, {priority}"],
  effect: "data",
  group: "tasks",
  summary: "Gives a task another priority.",
  params: {
    task: { kind: "any", doc: "The task_id that CREATE TASK gave." },
    priority: { kind: "text", doc: "low, medium, high or urgent." },
  },
  result: "map",
  raises: ["task.not_found", "basic.bad_value"],
  example: 't = CREATE TASK "Call"\nSET TASK PRIORITY t.task_id, "urgent"\nTALK "Done."',
  canvas: {
    icon: "checklist",
    family: "people",
    titleKey: "steps.command",
  },
})
