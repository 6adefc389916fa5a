import { defineCommand } from "./define.ts"

export const kbCollectionStats = defineCommand({
  name: "KB COLLECTION STATS",
  forms: ["KB COLLECTION STATS {name}"],
  effect: "data",
  group: "ai",
  summary: "Gives the figures of one knowledge base, as JSON text.",
  params: {
    name: { kind: "text", doc: "The knowledge base." },
  },
  result: "text",
  binding: "tight",
  raises: ["knowledge.base_not_found"],
  example: 'stats = PARSE_JSON(KB COLLECTION STATS "prices")\nTALK "Documents: " + stats.documents',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
