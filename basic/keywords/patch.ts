import { defineCommand } from "./define.ts"

export const patchUrl = defineCommand({
  name: "PATCH",
  forms: ["PATCH {url}[, {body}[, {contentType}]]", "PATCH {url} WITH {body:fields}"],
  effect: "outside",
  group: "http",
  summary: "Changes a part of what a web address holds.",
  params: {
    url: { kind: "text", doc: "The address to send to." },
    body: { kind: "any", doc: "What to send: an object, or text." },
    contentType: { kind: "text", doc: "The media type of the body; JSON when left out." },
  },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'reply = PATCH "https://example.org/orders", { id: 7 }\nTALK "Number " + reply.id',
  canvas: {
    icon: "world-upload",
    family: "connect",
    titleKey: "steps.patch",
    fields: ["url", "body"],
    inPalette: true,
    snippet: 'result = PATCH "https://example.org/orders", { id: 7 }',
  },
})
