import { defineCommand } from "./define.ts"

export const useWebsite = defineCommand({
  name: "USE WEBSITE",
  forms: [
    "USE WEBSITE {site}[ REFRESH {refresh}]",
    "USE WEBSITE {site}, {refresh}",
    "ADD WEBSITE {site}[ REFRESH {refresh}]",
  ],
  effect: "data",
  group: "ai",
  summary: "Makes a web site part of what this conversation knows.",
  params: {
    site: { kind: "text", doc: "The address of the site." },
    refresh: {
      kind: "text",
      doc: 'How often it is read anew: "1d", "2 weeks"; every month when left out.',
    },
  },
  result: "nothing",
  raises: ["assistant.address_refused", "assistant.word_unknown", "assistant.too_many"],
  example: 'USE WEBSITE "https://example.org/" REFRESH "1d"\nTALK "Ask me about our site."',
  canvas: {
    icon: "world",
    family: "ai",
    titleKey: "steps.command",
  },
})
