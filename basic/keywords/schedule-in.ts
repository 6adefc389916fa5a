import { defineCommand } from "./define.ts"

/** Read by a rule of its own: the lines up to END SCHEDULE are a function of the script, named by `entry`. */
export const scheduleIn = defineCommand({
  name: "SCHEDULE IN",
  forms: ["SCHEDULE IN {amount} {unit} DO"],
  effect: "data",
  group: "events",
  summary:
    "Runs the lines up to END SCHEDULE later, on top of whatever the conversation is at then.",
  params: {
    amount: { kind: "number", min: 0, doc: "How long from now." },
    unit: {
      kind: "word",
      words: ["SECONDS", "MINUTES", "HOURS", "DAYS", "WEEKS"],
      doc: "What it is counted in; seconds when left out.",
    },
    entry: { kind: "text", doc: "The function that the lines are." },
    variables: { kind: "any", doc: "The variables that the lines read, with their values of now." },
  },
  result: "nothing",
  raises: ["basic.out_of_range"],
  example:
    'SCHEDULE IN 2 HOURS DO\n    TALK "Shall we go on?"\nEND SCHEDULE\nTALK "I will remind you."',
  hasOwnGrammar: true,
  canvas: {
    icon: "alarm",
    family: "flow",
    titleKey: "steps.schedule_in",
    fields: ["amount", "unit"],
    inPalette: true,
    snippet: 'SCHEDULE IN 2 HOURS DO\n    TALK "Shall we go on?"\nEND SCHEDULE',
  },
})
