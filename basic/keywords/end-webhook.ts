import { defineDeclaration } from "./define.ts"

export const endWebhook = defineDeclaration({
  name: "END WEBHOOK",
  forms: ["END WEBHOOK"],
  group: "events",
  summary:
    "Marks where the lines of a WEBHOOK end, which is only for readers: all of the script belongs to it.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'WEBHOOK "order"\nTALK "Order " + body.id\nEND WEBHOOK',
  canvas: { icon: "webhook", family: "connect", titleKey: "steps.command" },
})
