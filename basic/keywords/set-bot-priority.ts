import { defineCommand } from "./define.ts"

export const setBotPriority = defineCommand({
  name: "SET BOT PRIORITY",
  forms: ["SET BOT PRIORITY {name}, {priority}"],
  effect: "data",
  group: "bots",
  summary: "Gives a helper of this conversation its place: the lowest number comes first.",
  params: {
    name: { kind: "text", doc: "The name of the bot." },
    priority: { kind: "number", doc: "The number." },
  },
  result: "nothing",
  raises: ["assistant.bot_unknown"],
  example: 'ADD BOT "billing"\nSET BOT PRIORITY "billing", 1\nTALK "Done."',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
