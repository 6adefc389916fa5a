import { defineCommand } from "./define.ts"

export const setPageMode = defineCommand({
  name: "SET PAGE MODE",
  forms: ["SET PAGE MODE {mode}"],
  effect: "recorded",
  group: "data",
  summary: 'Says whether commands that read pages go on by themselves: "auto" or "none".',
  params: {
    mode: { kind: "text", doc: '"auto" or "none".' },
  },
  result: "nothing",
  raises: [],
  example: 'SET PAGE MODE "none"',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
