import { defineCommand } from "./define.ts"

export const addSwitcher = defineCommand({
  name: "ADD SWITCHER",
  forms: ["ADD SWITCHER {id}[ AS {label}]"],
  effect: "data",
  group: "dialog",
  summary: "Adds a switch with which the person chooses how answers look.",
  params: {
    id: { kind: "text", doc: "The name of the switch." },
    label: { kind: "text", doc: "The words beside it." },
  },
  result: "nothing",
  raises: ["assistant.too_many"],
  example: 'ADD SWITCHER "tables" AS "Answers as tables"\nTALK "Ask away."',
  canvas: {
    icon: "switch",
    family: "say",
    titleKey: "steps.command",
  },
})
