import { defineCommand } from "./define.ts"

export const stepParallel = defineCommand({
  name: "STEP PARALLEL",
  forms: ["STEP {step}: PARALLEL {branches}"],
  effect: "wait",
  group: "bots",
  summary:
    "Has several bots of the organization work at the same time and waits until all are done.",
  params: {
    step: { kind: "text", doc: "The number of the step." },
    branches: { kind: "list", doc: "The branches: objects with name, bot and task." },
  },
  result: "nothing",
  raises: ["bot.not_found", "bot.not_published", "delegate.timed_out", "delegate.failed"],
  example:
    'STEP 1: PARALLEL\nBRANCH A: BOT "reader" "Read the form."\nBRANCH B: BOT "checker" "Check the form."\nEND PARALLEL\nTALK "Done."',
  hasOwnGrammar: true,
  canvas: {
    icon: "git-fork",
    family: "flow",
    titleKey: "steps.command",
  },
})
