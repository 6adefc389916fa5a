import { defineCommand } from "./define.ts"

export const createTemplate = defineCommand({
  name: "CREATE TEMPLATE",
  forms: ["CREATE TEMPLATE {name}, {channel}, {subject}, {body}"],
  effect: "data",
  group: "mail",
  summary: "Keeps words with {{names}} in them, to be sent again and again.",
  params: {
    name: { kind: "text", doc: "What it is called." },
    channel: { kind: "text", doc: "email, whatsapp, sms, telegram or push." },
    subject: { kind: "text", doc: "What a mail is about." },
    body: { kind: "text", isLong: true, doc: "The text." },
  },
  result: "map",
  raises: ["template.limit"],
  example:
    't = CREATE TEMPLATE "welcome", "email", "Hello {{name}}", "Good to see you."\nTALK "It asks for: " + JOIN(t.variables, ", ")',
  canvas: {
    icon: "file-text",
    family: "connect",
    titleKey: "steps.command",
  },
})
