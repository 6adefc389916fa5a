import { defineCommand } from "./define.ts"

export const renameProject = defineCommand({
  name: "UPDATE PROJECT",
  forms: ["UPDATE PROJECT {project}, {name}", "UPDATE PROJECT {project}, {name}, {description}"],
  effect: "data",
  group: "tasks",
  summary: "Gives a project another name or description.",
  params: {
    project: { kind: "text", doc: "Its id or name." },
    name: { kind: "text", doc: "The new name; empty leaves it." },
    description: { kind: "text", doc: "The new description." },
  },
  result: "map",
  raises: ["project.not_found"],
  example: 'CREATE PROJECT "Launch"\nUPDATE PROJECT "Launch", "Big launch"\nTALK "Renamed."',
  canvas: {
    icon: "stack",
    family: "people",
    titleKey: "steps.command",
  },
})
