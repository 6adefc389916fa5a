import { defineCommand } from "./define.ts"

export const createDraft = defineCommand({
  name: "CREATE DRAFT",
  forms: ["CREATE DRAFT {to}, {subject}, {body}"],
  effect: "data",
  group: "mail",
  summary:
    "Keeps a mail for a person to look at; the last mail to the same address is quoted below.",
  params: {
    to: { kind: "any", doc: "The address." },
    subject: { kind: "text", doc: "What the mail is about." },
    body: { kind: "text", isLong: true, doc: "The text." },
  },
  result: "map",
  raises: ["mail.address_refused"],
  example:
    'CREATE DRAFT "ana@example.org", "Your offer", "Dear Ana, ..."\nTALK "The draft is ready."',
  canvas: {
    icon: "mail",
    family: "connect",
    titleKey: "steps.create_draft",
    inPalette: true,
    snippet: 'CREATE DRAFT "ana@example.org", "Your offer", "Dear Ana"',
  },
})
