import { defineCommand } from "./define.ts"

export const addUserToProject = defineCommand({
  name: "ADD USER TO PROJECT",
  forms: ["ADD USER TO PROJECT {project}, {person}"],
  effect: "data",
  group: "tasks",
  summary: "Adds somebody to a project.",
  params: {
    project: { kind: "text", doc: "Its id or name." },
    person: { kind: "text", doc: "A name or an address." },
  },
  result: "map",
  raises: ["project.not_found"],
  example:
    'CREATE PROJECT "Launch"\nADD USER TO PROJECT "Launch", "ana@example.org"\nTALK "Ana is in."',
  canvas: {
    icon: "users",
    family: "people",
    titleKey: "steps.command",
  },
})
