import { defineChannel } from "./define.ts"

export const sms = defineChannel({
  id: "sms",
  label: "SMS",
  icon: "phone",
  facts: {
    readOn: "2026-11-20",
    source: "https://www.twilio.com/docs/glossary/what-sms-character-limit",
  },
  can: {
    maxTextChars: 1600,
    maxCaptionChars: 1600,
    buttons: null,
    list: null,
    markup: "none",
    media: [],
    hasSegments: true,
  },
})
