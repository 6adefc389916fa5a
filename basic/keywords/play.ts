import { defineCommand } from "./define.ts"

export const playFile = defineCommand({
  name: "PLAY",
  forms: ["PLAY {file}[ WITH OPTIONS {options}]"],
  effect: "outside",
  group: "dialog",
  summary: "Plays a video or a sound, or shows a picture.",
  params: {
    file: { kind: "any", doc: "A path, an address, or a file value." },
    options: { kind: "text", doc: "autoplay, loop, fullscreen, muted, controls, nocontrols." },
  },
  result: "nothing",

  raises: ["file.not_found", "file.path_refused"],
  example: 'WRITE "sound" TO "welcome.mp3"\nPLAY "welcome.mp3" WITH OPTIONS "loop"',
  canvas: {
    icon: "player-play",
    family: "say",
    titleKey: "steps.play",
    inPalette: true,
    snippet: 'PLAY "welcome.mp4"',
  },
})
