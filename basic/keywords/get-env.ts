import { defineCommand } from "./define.ts"

export const getEnv = defineCommand({
  name: "GET ENV",
  forms: ["GET ENV {name}"],
  effect: "recorded",
  group: "memory",
  summary: "Refuses: a script cannot read the environment of the server.",
  params: {
    name: { kind: "text", doc: "The variable." },
  },
  result: "any",
  raises: ["env.refused"],
  example: 'ON ERROR RESUME NEXT\nx = GET ENV "PATH"\nTALK ERROR MESSAGE',
  canvas: {
    icon: "lock",
    family: "data",
    titleKey: "steps.command",
  },
})
