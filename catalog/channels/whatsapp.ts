import { defineChannel } from "./define.ts"

export const whatsapp = defineChannel({
  id: "whatsapp",
  label: "WhatsApp",
  icon: "brand-whatsapp",
  facts: {
    readOn: "2026-11-20",
    source: "https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages",
  },
  can: {
    maxTextChars: 4096,
    maxCaptionChars: 1024,
    buttons: { most: 3, maxLabelChars: 20, maxTextChars: 1024 },
    list: { most: 10, maxLabelChars: 24, maxTextChars: 4096 },
    markup: "whatsapp",
    media: ["image", "audio", "video", "file"],
  },
})
