import { defineCommand } from "./define.ts"

export const putUrl = defineCommand({
  name: "PUT",
  forms: ["PUT {url}[, {body}[, {contentType}]]", "PUT {url} WITH {body:fields}"],
  effect: "outside",
  group: "http",
  summary: "Replaces what a web address holds.",
  params: {
    url: { kind: "text", doc: "The address to send to." },
    body: { kind: "any", doc: "What to send: an object, or text." },
    contentType: { kind: "text", doc: "The media type of the body; JSON when left out." },
  },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'reply = PUT "https://example.org/orders", { id: 7 }\nTALK "Number " + reply.id',
  canvas: {
    icon: "world-upload",
    family: "connect",
    titleKey: "steps.put",
    fields: ["url", "body"],
    inPalette: true,
    snippet: 'result = PUT "https://example.org/orders", { id: 7 }',
  },
})
