import { defineCommand } from "./define.ts"

export const refreshKnowledge = defineCommand({
  name: "REFRESH",
  forms: ["REFRESH {name}"],
  effect: "outside",
  group: "ai",
  summary: "Has a knowledge base or web site of this conversation read anew.",
  params: {
    name: { kind: "text", doc: "The name of the knowledge base, or the address of the site." },
  },
  result: "nothing",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nUSE KB "prices"\nREFRESH "prices"\nTALK "Done."',
  canvas: {
    icon: "refresh",
    family: "ai",
    titleKey: "steps.command",
  },
})
