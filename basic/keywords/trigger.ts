import { defineCommand } from "./define.ts"

export const trigger = defineCommand({
  name: "TRIGGER",
  forms: ["TRIGGER {event}", "TRIGGER {event}, {id}"],
  effect: "data",
  group: "events",
  summary: "Starts the automation that waits for this name, and hands it an id.",
  params: {
    event: { kind: "text", doc: "The name of the automation, as ON EVENT has it." },
    id: { kind: "any", doc: "What it is about; the automation finds it in id." },
  },
  result: "number",
  raises: ["event.too_deep", "event.backlog_full"],
  example: 'TRIGGER "onboarding", 7\nTALK "Started."',
  canvas: { icon: "broadcast", family: "flow", titleKey: "steps.command" },
})
