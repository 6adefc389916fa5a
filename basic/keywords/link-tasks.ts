import { defineCommand } from "./define.ts"

export const tieTasks = defineCommand({
  name: "LINK TASKS",
  forms: ["LINK TASKS {task}, {other}", "LINK TASKS {task}, {other}, {kind}"],
  effect: "data",
  group: "tasks",
  summary: "Ties two tasks to each other.",
  params: {
    task: { kind: "any", doc: "One task_id." },
    other: { kind: "any", doc: "The other." },
    kind: { kind: "text", doc: "How they belong together, such as blocks; related when left out." },
  },
  result: "map",
  raises: ["task.not_found"],
  example:
    'a = CREATE TASK "Paint"\nb = CREATE TASK "Let it dry"\nLINK TASKS a.task_id, b.task_id, "blocks"\nTALK "Linked."',
  canvas: {
    icon: "link",
    family: "people",
    titleKey: "steps.command",
  },
})
