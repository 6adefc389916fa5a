import { defineCommand } from "./define.ts"

export const talkImage = defineCommand({
  name: "TALK IMAGE",
  forms: ["TALK IMAGE {file}[, {caption}]"],
  effect: "outside",
  group: "dialog",
  summary: "Shows a picture to the person.",
  params: {
    file: { kind: "any", doc: "A path, an address, or a file value." },
    caption: { kind: "text", doc: "What the picture shows, in words." },
  },
  result: "nothing",

  raises: ["file.not_found", "file.path_refused"],
  example: 'TALK IMAGE QR CODE "https://example.org"',
  canvas: {
    icon: "eye",
    family: "say",
    titleKey: "steps.talk_image",
    inPalette: true,
    snippet: 'TALK IMAGE "menu.png", "Our menu"',
  },
})
