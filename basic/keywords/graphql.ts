import { defineCommand } from "./define.ts"

export const askGraphql = defineCommand({
  name: "GRAPHQL",
  forms: [
    "GRAPHQL {url}, {query}[, {variables}]",
    "GRAPHQL {url}, {query} WITH {variables:fields}",
  ],
  effect: "outside",
  group: "http",
  summary: "Asks a GraphQL service; the result has .data, and .errors when something failed.",
  params: {
    url: { kind: "text", doc: "The address of the service." },
    query: { kind: "text", doc: "The query or mutation.", isLong: true },
    variables: { kind: "any", doc: "An object with the variables of the query." },
  },
  result: "map",
  binding: "loose",
  raises: ["http.answered_with_error", "graphql.refused"],
  example:
    'shop = GRAPHQL "https://example.org/graphql", "query($id: ID) { shop(id: $id) { name } }" WITH id = 7\nIF shop.errors IS NULL THEN TALK "The shop answered."',
  canvas: {
    icon: "api",
    family: "connect",
    titleKey: "steps.graphql",
    fields: ["url", "query", "variables"],
    inPalette: true,
    snippet: 'result = GRAPHQL "https://example.org/graphql", "{ shop { name } }"',
  },
})
