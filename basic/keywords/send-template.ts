import { defineCommand } from "./define.ts"

export const sendFilledTemplate = defineCommand({
  name: "SEND TEMPLATE",
  forms: [
    "SEND TEMPLATE {name}, {channels}, {recipient}, {variables}",
    {
      shape: "SEND TEMPLATE {recipient}, {name}, {variables}",
      diagnostic: "Name the channel: SEND TEMPLATE name, channels, recipient, variables.",
    },
  ],
  effect: "outside",
  group: "mail",
  summary: "Fills a template and sends it through each channel that is named.",
  params: {
    name: { kind: "text", doc: "The template." },
    channels: {
      kind: "text",
      doc: "email, whatsapp, sms, telegram or push; several with commas between.",
    },
    recipient: { kind: "any", doc: "The address on that channel." },
    variables: {
      kind: "any",
      doc: "What the names in braces stand for: an object, or a list for {{1}}, {{2}}.",
    },
  },
  result: "list",
  raises: [
    "mail.daily_limit",
    "mail.unreachable",
    "mail.refused",
    "mail.address_refused",
    "template.not_found",
  ],
  example:
    'CREATE TEMPLATE "welcome", "email", "Hello {{name}}", "Good to see you, {{name}}."\nr = SEND TEMPLATE "welcome", "email", "ana@example.org", { name: "Ana" }\nTALK "Sent: " + r[0].success',
  canvas: {
    icon: "mail",
    family: "connect",
    titleKey: "steps.send_template",
    inPalette: true,
    snippet: 'SEND TEMPLATE "welcome", "email", "ana@example.org", { name: "Ana" }',
  },
})
