import { defineDeclaration } from "./define.ts"

export const allowRole = defineDeclaration({
  name: "ALLOW ROLE",
  forms: ["ALLOW ROLE {role}"],
  group: "people",
  summary: "Lets only people with one of these roles run the script.",
  params: {
    role: {
      kind: "expressions",
      doc: "The name of the role; several are parted by commas, or by semicolons in one text.",
    },
  },
  result: "nothing",
  raises: [],
  example: 'ALLOW ROLE "desk"\nTALK "Welcome to the desk."',
  canvas: {
    icon: "lock",
    family: "people",
    titleKey: "steps.allow_role",
    snippet: 'ALLOW ROLE "desk"',
  },
})
