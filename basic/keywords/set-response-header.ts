import { defineCommand } from "./define.ts"

export const setResponseHeader = defineCommand({
  name: "SET RESPONSE HEADER",
  forms: [
    "SET RESPONSE HEADER {name}, {value}",
    "SET RESPONSE HEADER {name} AS {value}",
    "SET RESPONSE HEADER {name} = {value}",
  ],
  effect: "data",
  group: "events",
  summary: "Sets a header a webhook is answered with.",
  params: {
    name: { kind: "text", doc: "Content-Type, Cache-Control, or a name that begins with X-." },
    value: { kind: "text", doc: "Its value." },
  },
  result: "nothing",
  raises: ["webhook.header_refused"],
  example: 'WEBHOOK "order"\nSET RESPONSE HEADER "X-Order", "7"\nRETURN "made"',
  canvas: { icon: "webhook", family: "connect", titleKey: "steps.command" },
})
