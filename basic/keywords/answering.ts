import type { Params } from "./define.ts"

/** What ANSWER and TALK ANSWER take behind the question. */
export const answerClauses =
  "[ WITH BASE {base}][ WITH TOOLS {tools}][ WITH INSTRUCTIONS {instructions}][ WITH MEMORY {memory}][ WITH PROMPT {promptName}][ WITH VALUES {values}][ WITH OPTIMIZE FOR {optimizeFor}][ WITH MAX_COST {maxCost}][ WITH MAX_STEPS {maxSteps}][ WITH ASK_FIRST {askFirst}][ WITH APPROVER {approver}][ WITH UNSURE {unsure}]"

export const answerParams = {
  question: { kind: "text", doc: "The question, in plain words." },
  base: {
    kind: "text",
    doc: "Knowledge bases to look in, with commas between; else the active ones.",
  },
  tools: {
    kind: "text",
    doc: "Tools the model may use besides the active ones, with commas between; * is every tool of the bot.",
  },
  instructions: {
    kind: "text",
    doc: "How to answer: the task, the tone, what to leave out.",
    isLong: true,
  },
  memory: {
    kind: "boolean",
    doc: "Whether the model is told what SET USER FACT keeps of the person.",
  },
  promptName: {
    kind: "text",
    doc: "A prompt of the library that says how to answer; name@3 stays with its third version.",
  },
  values: { kind: "fields", doc: "What is put into the holes of the prompt." },
  optimizeFor: {
    kind: "text",
    doc: '"speed", "cost" or "quality": which of the models of the bot answers.',
  },
  maxCost: { kind: "number", min: 0, doc: "What the answer may cost at most, in US dollars." },
  maxSteps: {
    kind: "number",
    min: 1,
    max: 20,
    doc: "How often the model may be asked; 6 when left out.",
  },
  askFirst: {
    kind: "text",
    doc: "Tools that run only once a person has approved the call, with commas between; * is every tool, changes what may change something in a service.",
  },
  approver: {
    kind: "text",
    doc: "The address of the one who approves, or visitor for the one who writes; whoever answers for the bot when left out.",
  },
  unsure: {
    kind: "text",
    doc: 'What happens when nobody knows: "say" says so, "person" asks a person to take over, "fail" is an error.',
  },
} as const satisfies Params

export const answerRaises = [
  "model.refused",
  "model.timed_out",
  "model.limit_reached",
  "model.budget_reached",
  "answer.unsure",
  "answer.limit_reached",
  "prompt.not_found",
  "prompt.variable_missing",
] as const
