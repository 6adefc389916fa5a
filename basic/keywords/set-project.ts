import { defineCommand } from "./define.ts"

export const setProject = defineCommand({
  name: "SET PROJECT",
  forms: ["SET PROJECT {project}"],
  effect: "data",
  group: "tasks",
  summary: "Lets the tasks this conversation makes from here on belong to a project.",
  params: {
    project: { kind: "text", doc: "Its id or name." },
  },
  result: "map",
  raises: ["project.not_found"],
  example:
    'CREATE PROJECT "Launch"\nSET PROJECT "Launch"\nCREATE TASK "Print flyers"\nTALK "Noted."',
  canvas: {
    icon: "stack",
    family: "people",
    titleKey: "steps.command",
  },
})
