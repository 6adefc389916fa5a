import { defineCommand } from "./define.ts"

export const sendTemplateTo = defineCommand({
  name: "SEND TEMPLATE TO",
  forms: [
    "SEND TEMPLATE TO {recipient}, {name}",
    "SEND TEMPLATE TO {recipient}, {name}, {variables}",
  ],
  effect: "outside",
  group: "mail",
  summary: "Sends a template to a telephone on WhatsApp, or to an address by mail.",
  params: {
    recipient: { kind: "any", doc: "The telephone or the address." },
    name: { kind: "text", doc: "The template." },
    variables: { kind: "any", doc: "What the names in braces stand for." },
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
    'CREATE TEMPLATE "welcome", "email", "Hello", "Good to see you."\nSEND TEMPLATE TO "ana@example.org", "welcome"\nTALK "Sent."',
  canvas: {
    icon: "mail",
    family: "connect",
    titleKey: "steps.command",
  },
})
