import { defineCommand } from "./define.ts"

export const sendMailTo = defineCommand({
  name: "SEND MAIL",
  forms: [
    "SEND MAIL {to}, {subject}, {body}",
    "SEND MAIL {to}, {subject}, {body}, {attachments}",
    "SEND MAIL {to}, {subject}, {body} USING {account}",
    "SEND MAIL {to}, {subject}, {body}, {attachments} USING {account}",
    "SEND MAIL TO {to} SUBJECT {subject} BODY {body} [USING {account}]",
    "SEND MAIL {to}, {body}",
    "SEND EMAIL {to}, {subject}, {body}",
    "SEND EMAIL {to}, {subject}, {body}, {attachments}",
    "SEND EMAIL {to}, {subject}, {body} USING {account}",
    "SEND EMAIL {to}, {subject}, {body}, {attachments} USING {account}",
    "SEND EMAIL TO {to} SUBJECT {subject} BODY {body} [USING {account}]",
    "SEND EMAIL {to}, {body}",
  ],
  effect: "outside",
  group: "mail",
  summary: "Sends a mail: to one address at once, to several one mail each, soon after.",
  params: {
    to: {
      kind: "any",
      doc: "The address, several with commas between, or a list of addresses or rows with an `email`.",
    },
    subject: {
      kind: "text",
      doc: "What the mail is about; without it the first words of the body.",
    },
    body: { kind: "text", isLong: true, doc: "The text; Markdown becomes HTML beside it." },
    attachments: {
      kind: "any",
      doc: "Files of the drive by their path, or what ATTACHMENT and ICS give: one, or a list.",
    },
    account: {
      kind: "text",
      doc: "The account of the bot's settings it comes from; any other address is where answers go.",
    },
  },
  result: "map",
  raises: [
    "mail.daily_limit",
    "mail.unreachable",
    "mail.refused",
    "mail.address_refused",
    "service.not_set_up",
    "request.too_many",
  ],
  example:
    'SEND MAIL "ana@example.org", "Welcome", "Good to see you."\nTALK "The mail is on its way."',
  canvas: {
    icon: "mail",
    family: "connect",
    titleKey: "steps.send_mail",
    inPalette: true,
    snippet: 'SEND MAIL "ana@example.org", "Hello", "How are you?"',
  },
})
