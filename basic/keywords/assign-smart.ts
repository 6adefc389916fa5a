import { defineCommand } from "./define.ts"

export const assignSmart = defineCommand({
  name: "ASSIGN SMART",
  forms: ["ASSIGN SMART {task}", "ASSIGN SMART {task}, {people}"],
  effect: "data",
  group: "tasks",
  summary: "Gives a task to whoever of these has the fewest open tasks.",
  params: {
    task: { kind: "any", doc: "The task_id." },
    people: {
      kind: "any",
      doc: "A list of people; everybody who may answer conversations when left out.",
    },
  },
  result: "map",
  raises: ["task.not_found"],
  example:
    't = CREATE TASK "Call"\nr = ASSIGN SMART t.task_id, ["ana@example.org", "bo@example.org"]\nTALK r.assignee',
  canvas: {
    icon: "user-plus",
    family: "people",
    titleKey: "steps.command",
  },
})
