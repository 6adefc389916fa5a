import { defineDeclaration } from "./define.ts"

export const orchestrateWorkflow = defineDeclaration({
  name: "ORCHESTRATE WORKFLOW",
  forms: ["ORCHESTRATE WORKFLOW {name}"],
  group: "bots",
  summary: "Names the workflow whose steps follow.",
  params: { name: { kind: "text", doc: "What the workflow is called, for people." } },
  result: "nothing",
  raises: [],
  example: 'ORCHESTRATE WORKFLOW "onboarding"\nSTEP 1: BOT "reader" "Read the form."\nTALK "Done."',
  canvas: { icon: "route", family: "flow", titleKey: "steps.command" },
})
