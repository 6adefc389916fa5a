import { defineCommand } from "./define.ts"

export const stopPlaying = defineCommand({
  name: "STOP",
  forms: ["STOP"],
  effect: "say",
  group: "dialog",
  summary: "Stops what PLAY began, and goes back to its beginning.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'WRITE "sound" TO "welcome.mp3"\nPLAY "welcome.mp3"\nWAIT 5\nSTOP',
  canvas: {
    icon: "player-play",
    family: "say",
    titleKey: "steps.command",
  },
})
