import { defineCommand } from "./define.ts"

export const getSession = defineCommand({
  name: "GET SESSION",
  forms: ["GET SESSION {key}", "GET SESSION {session}, {key}"],
  effect: "data",
  group: "memory",
  summary: "Reads a value kept for this conversation; null when there is none.",
  params: {
    key: { kind: "text", doc: "The name it was kept under." },
    session: { kind: "text", doc: "The id of another conversation; this one when left out." },
  },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'state = GET SESSION "step"\nTALK "You are at " + state',
  canvas: {
    icon: "bookmark",
    family: "data",
    titleKey: "steps.get_session",
    fields: ["key"],
    inPalette: true,
    snippet: 'state = GET SESSION "step"',
  },
})
