import { defineCommand } from "./define.ts"

export const setLanguage = defineCommand({
  name: "SET LANGUAGE",
  forms: ["SET LANGUAGE {language}", "SET USER LANGUAGE {language}"],
  effect: "data",
  group: "dialog",
  summary: "Changes the language of this conversation.",
  params: { language: { kind: "text", doc: 'A language code such as "en" or "pt-BR".' } },
  result: "nothing",
  raises: [],
  example: 'SET LANGUAGE "pt"\nTALK "Oi!"',
  canvas: {
    icon: "language",
    family: "flow",
    titleKey: "steps.set_language",
    inPalette: true,
    snippet: 'SET LANGUAGE "en"',
  },
})
