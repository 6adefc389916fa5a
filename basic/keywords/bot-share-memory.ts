import { defineCommand } from "./define.ts"

export const botShareMemory = defineCommand({
  name: "BOT SHARE MEMORY",
  forms: ["BOT SHARE MEMORY {key} WITH {bot}"],
  effect: "data",
  group: "bots",
  summary: "Copies a value of the memory of this bot to another bot of the organization.",
  params: {
    key: { kind: "text", doc: "The name it is kept under." },
    bot: { kind: "text", doc: "The bot that gets it." },
  },
  result: "nothing",
  raises: ["bot.not_found"],
  example:
    'SET BOT MEMORY "offer", "Tea is half price"\nBOT SHARE MEMORY "offer" WITH "sales"\nTALK "Shared."',
  canvas: {
    icon: "database",
    family: "ai",
    titleKey: "steps.command",
  },
})
