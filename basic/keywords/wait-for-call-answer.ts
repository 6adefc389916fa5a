import { defineCommand } from "./define.ts"

export const waitForCallAnswer = defineCommand({
  name: "WAIT FOR CALL ANSWER",
  forms: ["WAIT FOR CALL ANSWER", "WAIT FOR CALL ANSWER {seconds}"],
  effect: "outside",
  group: "tasks",
  summary: "Waits until somebody answers a telephone call.",
  params: {
    seconds: { kind: "number", unit: "s", doc: "How long." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'WAIT FOR CALL ANSWER 30\nTALK "Answered."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
