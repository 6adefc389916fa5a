import { defineCommand } from "./define.ts"

export const pausePlaying = defineCommand({
  name: "PAUSE",
  forms: ["PAUSE"],
  effect: "say",
  group: "dialog",
  summary: "Halts what PLAY began; RESUME goes on.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'WRITE "sound" TO "welcome.mp3"\nPLAY "welcome.mp3"\nPAUSE\nTALK "I hold it for you."',
  canvas: {
    icon: "player-play",
    family: "say",
    titleKey: "steps.command",
  },
})
