import { defineCommand } from "./define.ts"

export const dropProject = defineCommand({
  name: "DELETE PROJECT",
  forms: ["DELETE PROJECT {project}"],
  effect: "data",
  group: "tasks",
  summary: "Takes a project away; its tasks stay.",
  params: {
    project: { kind: "text", doc: "Its id or name." },
  },
  result: "map",
  raises: ["project.not_found"],
  example: 'CREATE PROJECT "Launch"\nDELETE PROJECT "Launch"\nTALK "Gone."',
  canvas: {
    icon: "stack",
    family: "people",
    titleKey: "steps.command",
  },
})
