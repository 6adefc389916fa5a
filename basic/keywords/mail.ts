import { defineCommand } from "./define.ts"

export const mailBlock = defineCommand({
  name: "MAIL",
  forms: ["BEGIN MAIL {to}"],
  effect: "outside",
  group: "mail",
  summary: "Sends a mail whose lines stand below; the first may be `Subject: ...`.",
  params: {
    to: {
      kind: "any",
      doc: "The address, several with commas between, or a list of addresses or rows with an `email`.",
    },
    text: { kind: "text", isLong: true, doc: "The subject line, a blank line, and the text." },
  },
  result: "map",
  raises: [
    "mail.daily_limit",
    "mail.unreachable",
    "mail.refused",
    "mail.address_refused",
    "request.too_many",
  ],
  example:
    'BEGIN MAIL "ana@example.org"\nSubject: Your table\n\nIt is yours at eight.\nEND MAIL\nTALK "Written."',
  hasOwnGrammar: true,
  canvas: {
    icon: "mail",
    family: "connect",
    titleKey: "steps.mail",
    snippet: 'BEGIN MAIL "ana@example.org"\nSubject: Hello\n\nHow are you?\nEND MAIL',
  },
})
