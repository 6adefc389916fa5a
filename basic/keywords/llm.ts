import { defineCommand } from "./define.ts"

export const askModel = defineCommand({
  name: "LLM",
  forms: [
    "LLM {prompt}[ WITH PROMPT {promptName}][ WITH VALUES {values}][ WITH OPTIMIZE FOR {optimizeFor}][ WITH MAX_COST {maxCost}][ WITH MAX_LATENCY {maxLatency}][ WITH SCHEMA {schema}][ WITH FALLBACK {fallback}]",
  ],
  effect: "outside",
  group: "ai",
  summary: "Asks a language model; an answer that is JSON becomes an object or a list.",
  params: {
    prompt: { kind: "text", doc: "What to ask.", isLong: true },
    promptName: {
      kind: "text",
      doc: "A prompt of the library that says what to do with the text; name@3 stays with its third version.",
    },
    values: { kind: "fields", doc: "What is put into the holes of the prompt." },
    optimizeFor: {
      kind: "text",
      doc: '"speed", "cost" or "quality": which of the models of the bot answers.',
    },
    maxCost: { kind: "number", min: 0, doc: "What the answer may cost at most, in US dollars." },
    maxLatency: { kind: "number", min: 0, unit: "ms", doc: "How long it may take at most." },
    schema: {
      kind: "any",
      doc: 'What the answer has to be: an object such as { name: "text", size: "number" }, or a JSON Schema.',
    },
    fallback: { kind: "any", doc: "What it is when no answer fits the schema, asked twice." },
  },
  result: "any",
  binding: "loose",
  raises: [
    "service.not_set_up",
    "model.refused",
    "model.timed_out",
    "model.limit_reached",
    "prompt.not_found",
    "prompt.variable_missing",
  ],
  example: 'TALK LLM "Write a short greeting."',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.llm",
    fields: ["prompt", "promptName", "values"],
    inPalette: true,
    snippet: 'answer = LLM "Write a short greeting."',
  },
})
