import { defineCommand } from "./define.ts"

export const logActivity = defineCommand({
  name: "LOG ACTIVITY",
  forms: [
    "LOG ACTIVITY {about}, {type}, {action}",
    "LOG ACTIVITY {about}, {type}, {action}, {text}",
    "LOG ACTIVITY {about}, {type}, {action}, {text}, {who}",
    "LOG ACTIVITY {about}, {details}",
    "LOG ACTIVITY {about}",
  ],
  effect: "data",
  group: "people",
  summary: "Notes what was done about somebody or something.",
  params: {
    about: { kind: "any", doc: "Whom or what it is about." },
    type: { kind: "text", doc: "Such as call or mail." },
    action: { kind: "text", doc: "What was done." },
    text: { kind: "text", doc: "More about it." },
    who: { kind: "text", doc: "Who did it." },
    details: { kind: "any", doc: "More about it: an object." },
  },
  result: "nothing",
  raises: [],
  example: 'LOG ACTIVITY "ana@example.org", "call", "made", "Wants an offer", "bo"\nTALK "Logged."',
  canvas: {
    icon: "notes",
    family: "data",
    titleKey: "steps.command",
  },
})
