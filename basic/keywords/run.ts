import { defineMachineCommand } from "./define.ts"

export const runScript = defineMachineCommand({
  name: "RUN",
  forms: ["RUN {path}[, {args}]"],
  group: "scripts",
  summary: "Runs another script of the bot and comes back.",
  params: {
    path: { kind: "text", doc: 'The script, such as "order.bas".' },
    args: { kind: "expressions", doc: "What its PARAMs are set to, in their order." },
  },
  result: "any",
  binding: "loose",
  raises: ["basic.missing_script"],
  example: 'ON ERROR RESUME NEXT\nRUN "survey.bas"\nTALK "Thank you."',
  canvas: {
    icon: "corner-down-right",
    family: "flow",
    titleKey: "steps.run",
    inPalette: false,
  },
})
