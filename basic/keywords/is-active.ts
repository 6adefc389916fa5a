import { defineCommand } from "./define.ts"

export const isActive = defineCommand({
  name: "IS ACTIVE",
  forms: ["IS ACTIVE {session}"],
  effect: "data",
  group: "people",
  summary: "Says whether a conversation of this bot is open.",
  params: {
    session: { kind: "text", doc: "The conversation's id; empty means this one." },
  },
  result: "boolean",
  binding: "tight",
  raises: [],
  example: 'IF IS_ACTIVE(SESSION_ID()) THEN TALK "Still here."',
  canvas: {
    icon: "users",
    family: "people",
    titleKey: "steps.command",
  },
})
