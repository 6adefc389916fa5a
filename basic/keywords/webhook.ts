import { defineDeclaration } from "./define.ts"

/** The ways a web address is called. */
export const webhookMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const

export const webhook = defineDeclaration({
  name: "WEBHOOK",
  forms: ["WEBHOOK {endpoint}[ METHOD {method}]"],
  group: "events",
  summary: "Starts this script when another program calls its web address.",
  params: {
    endpoint: { kind: "text", doc: "The last part of the address." },
    method: {
      kind: "text",
      doc: "The only way it may be called: GET, POST, PUT, PATCH or DELETE; GET and POST when left out.",
      words: webhookMethods,
      isClosed: true,
    },
  },
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
