import { defineCommand } from "./define.ts"

export const delegate = defineCommand({
  name: "DELEGATE",
  forms: [
    "DELEGATE {message} TO BOT {bot}[ TIMEOUT {timeout}]",
    "DELEGATE {message} TO {bot}[ TIMEOUT {timeout}]",
    "DELEGATE TO {bot}[ WITH CONTEXT {message}][ TIMEOUT {timeout}]",
  ],
  effect: "wait",
  group: "bots",
  summary: "Asks another bot of the organization and waits for its answer.",
  params: {
    message: { kind: "any", doc: "What the other bot is told.", isLong: true },
    bot: { kind: "text", doc: "The name of the bot." },
    timeout: {
      kind: "number",
      min: 1,
      max: 86400,
      unit: "s",
      doc: "How long to wait at most; 30 seconds when left out.",
    },
  },
  result: "text",
  binding: "loose",
  raises: [
    "bot.not_found",
    "bot.not_published",
    "delegate.timed_out",
    "delegate.failed",
    "delegate.too_deep",
  ],
  example: 'answer = DELEGATE "What does tea cost?" TO BOT "prices"\nTALK answer',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.delegate",
    fields: ["message", "bot", "timeout"],
    inPalette: true,
    snippet: 'answer = DELEGATE "What does tea cost?" TO BOT "prices"',
  },
})
