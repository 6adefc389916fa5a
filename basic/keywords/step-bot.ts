import { defineCommand } from "./define.ts"

export const stepBot = defineCommand({
  name: "STEP BOT",
  forms: ["STEP {step}: BOT {bot} {task}"],
  effect: "wait",
  group: "bots",
  summary:
    "Has another bot of the organization do a step of a workflow and waits until it is done.",
  params: {
    step: { kind: "text", doc: "The number of the step." },
    bot: { kind: "text", doc: "The name of the bot." },
    task: { kind: "any", doc: "What it is told.", isLong: true },
  },
  result: "nothing",
  raises: ["bot.not_found", "bot.not_published", "delegate.timed_out", "delegate.failed"],
  example: 'STEP 1: BOT "reader" "Read the form."\nTALK "Done."',
  hasOwnGrammar: true,
  canvas: {
    icon: "robot",
    family: "flow",
    titleKey: "steps.command",
  },
})
