import { defineChannel } from "./define.ts"

/** Our own widget and the hosted page show everything a bot says. */
export const web = defineChannel({
  id: "web",
  label: "Web",
  icon: "world",
  facts: null,
  can: {
    maxTextChars: 65_536,
    maxCaptionChars: 65_536,
    buttons: { most: 100, maxLabelChars: 200, maxTextChars: 65_536 },
    list: null,
    markup: "markdown",
    media: ["image", "audio", "video", "file"],
  },
})
