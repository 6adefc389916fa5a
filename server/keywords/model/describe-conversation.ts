import type { Step } from "../step.ts"

/** What the models of a conversation are told before a question: the bot's instructions, then the named contexts. */
export function describeConversation({ systemPrompt, context }: Step): string | null {
  const facts = [...context].map(([name, text]) => (name === "" ? text : `${name}:\n${text}`))
  const parts = [systemPrompt ?? "", ...facts].filter((part) => part.trim() !== "")
  return parts.length === 0 ? null : parts.join("\n\n")
}
