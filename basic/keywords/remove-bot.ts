import { defineCommand } from "./define.ts"

export const removeBot = defineCommand({
  name: "REMOVE BOT",
  forms: ["REMOVE BOT {name}"],
  effect: "data",
  group: "bots",
  summary: "Takes a bot out of the helpers of this conversation; true when it was there.",
  params: {
    name: { kind: "text", doc: "The name of the bot." },
  },
  result: "boolean",
  binding: "loose",
  raises: [],
  example: 'ADD BOT "billing"\nREMOVE BOT "billing"\nTALK "Done."',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
