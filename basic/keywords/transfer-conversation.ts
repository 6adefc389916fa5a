import { defineCommand } from "./define.ts"

export const transferConversation = defineCommand({
  name: "TRANSFER CONVERSATION",
  forms: ["TRANSFER CONVERSATION TO {bot}", "TRANSFER CONVERSATION {bot}"],
  effect: "wait",
  group: "bots",
  summary:
    "Hands the conversation over to another bot of the organization, a person, or a group of people; this script ends.",
  params: {
    bot: {
      kind: "text",
      doc: "The name of the bot; else of a person who answers, or of a group that CREATE TEAM made.",
    },
  },
  result: "nothing",
  raises: ["bot.not_found", "bot.not_published", "delegate.failed", "event.too_deep"],
  example: 'TALK "I connect you to sales."\nTRANSFER CONVERSATION TO "sales"',
  canvas: {
    icon: "arrow-ramp-right",
    family: "ai",
    titleKey: "steps.command",
  },
})
