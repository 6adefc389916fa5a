import { defineCommand } from "./define.ts"

export const notifyAttendant = defineCommand({
  name: "NOTIFY ATTENDANT",
  forms: [
    "NOTIFY ATTENDANT {who} WITH {text}",
    "NOTIFY ATTENDANT {who}, {text}",
    "NOTIFY ATTENDANT WITH {text}",
  ],
  effect: "data",
  group: "people",
  summary: "Leaves a message for staff beside this conversation.",
  params: {
    who: { kind: "text", doc: "A person or a department." },
    text: { kind: "text", isLong: true, doc: "The message." },
  },
  result: "map",
  raises: [],
  example: 'NOTIFY ATTENDANT "support" WITH "A guest asks for the manager."\nTALK "Told."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
