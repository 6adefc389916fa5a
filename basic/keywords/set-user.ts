import { defineCommand } from "./define.ts"

export const setUser = defineCommand({
  name: "SET USER",
  forms: ["SET USER {user}"],
  effect: "recorded",
  group: "people",
  summary:
    "Notes of whom the following lines speak, as session.user_id. It changes no rights and opens nobody's memory.",
  params: {
    user: { kind: "text", doc: "An id." },
  },
  result: "nothing",
  raises: [],
  example: 'SET USER "ana"\nTALK "User: " + GET SESSION "user_id"',
  canvas: {
    icon: "user",
    family: "people",
    titleKey: "steps.command",
  },
})
