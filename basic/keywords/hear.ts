import { defineCommand } from "./define.ts"

export const hear = defineCommand({
  name: "HEAR",
  forms: [
    "HEAR {variable}",
    "HEAR {variable} AS {type} FROM {from} WITH {prompt} DEFAULT {fallback} TIMEOUT {timeoutSeconds} GOTO {label}",
    "HEAR {variable} AS {options}",
    "HEAR {variable} AS ENTITY {entity}",
  ],
  effect: "wait",
  group: "dialog",
  summary: "Waits for the person's answer, checks it, and keeps it in a variable.",
  params: {
    type: { kind: "text", doc: "What the answer must be: TEXT, EMAIL, DATE, NUMBER and so on." },
    options: { kind: "expressions", doc: "The choices of a menu, in order." },
    acceptsOther: { kind: "boolean", doc: "A menu that takes any other answer as well." },
    entity: {
      kind: "text",
      doc: "The name of an entity the bot was taught, in quotes: the answer must say one of its values.",
    },
    from: {
      kind: "text",
      doc: "What the person said before: when it says the answer already, nothing is asked.",
    },
    prompt: { kind: "text", doc: "The question to ask first.", isLong: true },
    fallback: { kind: "any", doc: "The value when the answer is empty." },
    timeoutSeconds: {
      kind: "number",
      min: 0,
      unit: "s",
      doc: "How long to wait for the answer; 0 takes only what was said already, as HEAR NOWAIT does.",
    },
  },
  result: "any",
  raises: [],
  example: 'HEAR name AS NAME WITH "What is your name?"\nTALK "Hello " + name',
  hasOwnGrammar: true,
  canvas: {
    icon: "message-question",
    family: "ask",
    titleKey: "steps.hear",
    inPalette: true,
    snippet: 'HEAR answer WITH "What would you like to know?"',
  },
})
