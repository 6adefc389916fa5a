import { defineCommand } from "./define.ts"

export const makeProject = defineCommand({
  name: "CREATE PROJECT",
  forms: ["CREATE PROJECT {name}", "CREATE PROJECT {name}, {description}"],
  effect: "data",
  group: "tasks",
  summary: "Makes a project that tasks may belong to.",
  params: {
    name: { kind: "text", doc: "What it is called." },
    description: { kind: "text", doc: "What it is about." },
  },
  result: "map",
  raises: ["project.limit"],
  example: 'p = CREATE PROJECT "Launch"\nTALK p.name',
  canvas: {
    icon: "stack",
    family: "people",
    titleKey: "steps.command",
  },
})
