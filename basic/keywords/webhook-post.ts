import { defineCommand } from "./define.ts"

export const webhookPost = defineCommand({
  name: "WEBHOOK POST",
  forms: ["WEBHOOK POST {path} WITH {body}", "WEBHOOK POST {path}, {body}", "WEBHOOK POST {path}"],
  effect: "data",
  group: "events",
  summary: "Calls a webhook of this bot from inside; it runs soon, on its own.",
  params: {
    path: { kind: "text", doc: "The endpoint, as WEBHOOK has it." },
    body: { kind: "any", doc: "What it finds in body." },
  },
  result: "nothing",
  raises: ["webhook.not_found", "event.too_deep", "event.backlog_full"],
  example: 'WEBHOOK POST "/order" WITH { id: 7 }\nTALK "Sent."',
  canvas: { icon: "webhook", family: "connect", titleKey: "steps.command" },
})
