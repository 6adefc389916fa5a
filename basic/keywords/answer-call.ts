import { defineCommand } from "./define.ts"

export const answerCall = defineCommand({
  name: "ANSWER CALL",
  forms: ["ANSWER CALL", "ANSWER CALL {call}"],
  effect: "outside",
  group: "tasks",
  summary: "Answers a telephone call.",
  params: {
    call: { kind: "text", doc: "The call." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'ANSWER CALL\nTALK "Answered."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
