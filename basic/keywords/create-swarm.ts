import { defineCommand } from "./define.ts"

export const createSwarm = defineCommand({
  name: "CREATE SWARM",
  forms: ["CREATE SWARM {name} WITH BOTS {bots}"],
  effect: "data",
  group: "bots",
  summary: "Adds several bots of the organization to the helpers of this conversation.",
  params: {
    name: { kind: "text", doc: "What the group is called." },
    bots: { kind: "text", doc: "The names of the bots, between commas." },
  },
  result: "nothing",
  raises: ["assistant.name_refused", "assistant.too_many"],
  example:
    'CREATE SWARM "research" WITH BOTS "reader, writer"\nTALK "Helpers: " + COUNT(LIST BOTS)',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
