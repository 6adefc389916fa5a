import { defineCommand } from "./define.ts"

export const createLead = defineCommand({
  name: "CREATE LEAD",
  forms: ["CREATE LEAD {facts}", "CREATE LEAD {lead}, {facts}", "CREATE LEAD WITH {fields}"],
  effect: "data",
  group: "people",
  summary: "Writes down somebody who may buy, and scores them.",
  params: {
    lead: { kind: "text", doc: "A name for them; their address when left out." },
    facts: { kind: "any", doc: "What is known: an object." },
    fields: { kind: "fields", doc: "What is known." },
  },
  result: "map",
  raises: ["basic.bad_value"],
  example:
    'l = CREATE LEAD { name: "Ana", email: "ana@example.org", company: "Acme" }\nTALK "Score " + l.score',
  canvas: {
    icon: "user-plus",
    family: "people",
    titleKey: "steps.create_lead",
    inPalette: true,
    snippet: 'CREATE LEAD { name: "Ana", email: "ana@example.org" }',
  },
})
