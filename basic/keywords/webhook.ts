import { defineDeclaration } from "./define.ts"

export const webhook = defineDeclaration({
  name: "WEBHOOK",
  forms: ["WEBHOOK {endpoint}"],
  group: "events",
  summary: "Starts this script when another program calls its web address.",
  params: { endpoint: { kind: "text", doc: "The last part of the address." } },
  result: "nothing",
  raises: [],
  example: 'WEBHOOK "order"\nTALK "Order " + body.id',
  canvas: {
    icon: "webhook",
    family: "connect",
    titleKey: "steps.webhook",
    snippet: 'WEBHOOK "order"',
  },
})
