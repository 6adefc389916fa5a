import { defineChannel } from "./define.ts"

export const messenger = defineChannel({
  id: "messenger",
  label: "Messenger",
  icon: "brand-messenger",
  facts: {
    readOn: "2026-11-20",
    source: "https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies",
  },
  can: {
    maxTextChars: 2000,
    // A picture has no words of its own: they are a message before it.
    maxCaptionChars: 0,
    buttons: { most: 13, maxLabelChars: 20, maxTextChars: 2000 },
    list: null,
    markup: "none",
    media: ["image", "audio", "video", "file"],
  },
})
