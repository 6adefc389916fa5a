import { defineCommand } from "./define.ts"

export const noteConsent = defineCommand({
  name: "RECORD CONSENT",
  forms: ["RECORD CONSENT {subject}, {purpose}", "RECORD CONSENT {subject}, {purpose}, {given}"],
  effect: "data",
  group: "people",
  summary: "Notes that somebody agrees to be written to, or no longer does; BROADCAST heeds it.",
  params: {
    subject: { kind: "text", doc: "Their address." },
    purpose: { kind: "text", doc: "messages, marketing, or a purpose of your own." },
    given: { kind: "boolean", doc: "TRUE when left out." },
  },
  result: "map",
  raises: [],
  example:
    'RECORD CONSENT "ana@example.org", "marketing", FALSE\nTALK "Ana is left out from now on."',
  canvas: {
    icon: "shield-check",
    family: "data",
    titleKey: "steps.command",
  },
})
