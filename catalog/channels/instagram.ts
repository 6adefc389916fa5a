import { defineChannel } from "./define.ts"

export const instagram = defineChannel({
  id: "instagram",
  label: "Instagram",
  icon: "brand-instagram",
  facts: {
    readOn: "2026-11-20",
    source:
      "https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message",
  },
  can: {
    // The vendor asks for less than a thousand.
    maxTextChars: 999,
    maxCaptionChars: 0,
    buttons: { most: 13, maxLabelChars: 20, maxTextChars: 999 },
    list: null,
    markup: "none",
    media: ["image", "audio", "video"],
  },
})
