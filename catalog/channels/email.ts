import { defineChannel } from "./define.ts"

/** A mail is answered in words, and shows what Markdown says. */
export const email = defineChannel({
  id: "email",
  label: "E-mail",
  icon: "mail",
  facts: null,
  can: {
    maxTextChars: 100_000,
    maxCaptionChars: 100_000,
    buttons: null,
    list: null,
    markup: "markdown",
    media: ["image", "file"],
  },
})
