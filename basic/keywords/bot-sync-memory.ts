import { defineCommand } from "./define.ts"

export const botSyncMemory = defineCommand({
  name: "BOT SYNC MEMORY",
  forms: ["BOT SYNC MEMORY FROM {bot}"],
  effect: "data",
  group: "bots",
  summary: "Takes over every value another bot of the organization shares with this one.",
  params: {
    bot: { kind: "text", doc: "The bot that shares them." },
  },
  result: "nothing",
  raises: ["bot.not_found"],
  example: 'BOT SYNC MEMORY FROM "sales"\nTALK "Up to date."',
  canvas: {
    icon: "database",
    family: "ai",
    titleKey: "steps.command",
  },
})
