import { defineCommand } from "./define.ts"

export const resumePlaying = defineCommand({
  name: "RESUME",
  forms: ["RESUME"],
  effect: "say",
  group: "dialog",
  summary: "Goes on with what PLAY began, after PAUSE.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'WRITE "sound" TO "welcome.mp3"\nPLAY "welcome.mp3"\nPAUSE\nRESUME',
  canvas: {
    icon: "player-play",
    family: "say",
    titleKey: "steps.command",
  },
})
