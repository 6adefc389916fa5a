import { defineCommand } from "./define.ts"

export const setResponseStatus = defineCommand({
  name: "SET RESPONSE STATUS",
  forms: ["SET RESPONSE STATUS {status}"],
  effect: "data",
  group: "events",
  summary: "Sets the status a webhook is answered with.",
  params: {
    status: { kind: "number", min: 200, max: 599, doc: "Such as 201 or 404." },
  },
  result: "nothing",
  raises: ["basic.out_of_range", "webhook.status_refused"],
  example: 'WEBHOOK "order"\nSET RESPONSE STATUS 201\nRETURN "made"',
  canvas: { icon: "webhook", family: "connect", titleKey: "steps.command" },
})
