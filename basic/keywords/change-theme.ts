import { defineCommand } from "./define.ts"

export const changeTheme = defineCommand({
  name: "CHANGE THEME",
  forms: ["CHANGE THEME {theme}"],
  effect: "data",
  group: "dialog",
  summary: "Chooses how the chat of this conversation looks.",
  params: {
    theme: { kind: "text", doc: "The name of the theme; empty for the usual one." },
  },
  result: "nothing",
  raises: ["assistant.name_refused"],
  example: 'CHANGE THEME "dark"\nTALK "Better for the night."',
  canvas: {
    icon: "sun",
    family: "say",
    titleKey: "steps.command",
  },
})
