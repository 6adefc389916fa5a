import { defineChannel } from "./define.ts"

export const telegram = defineChannel({
  id: "telegram",
  label: "Telegram",
  icon: "brand-telegram",
  facts: { readOn: "2026-11-20", source: "https://core.telegram.org/bots/api" },
  can: {
    maxTextChars: 4096,
    maxCaptionChars: 1024,
    // A keyboard takes a hundred; a label longer than a line of a phone is cut off there.
    buttons: { most: 100, maxLabelChars: 64, maxTextChars: 4096 },
    list: null,
    markup: "telegram",
    media: ["image", "audio", "video", "file"],
  },
})
