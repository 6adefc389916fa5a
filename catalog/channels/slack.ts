import { defineChannel } from "./define.ts"

export const slack = defineChannel({
  id: "slack",
  label: "Slack",
  icon: "brand-slack",
  facts: { readOn: "2026-11-20", source: "https://docs.slack.dev/reference/block-kit/blocks" },
  can: {
    // One section block; a message is several of them.
    maxTextChars: 3000,
    maxCaptionChars: 3000,
    buttons: { most: 25, maxLabelChars: 75, maxTextChars: 3000 },
    list: null,
    markup: "slack",
    media: ["image", "audio", "video", "file"],
  },
})
