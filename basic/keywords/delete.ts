import { defineCommand } from "./define.ts"

export const deleteUrl = defineCommand({
  name: "DELETE",
  forms: ["DELETE {url}", "DELETE HTTP {url}"],
  effect: "outside",
  group: "http",
  summary: "Deletes what a web address holds.",
  params: { url: { kind: "text", doc: "The address to delete." } },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'DELETE "https://example.org/orders/7"\nTALK "Removed."',
  canvas: {
    icon: "world-x",
    family: "connect",
    titleKey: "steps.delete",
    inPalette: true,
    snippet: 'DELETE "https://example.org/orders/7"',
  },
})
