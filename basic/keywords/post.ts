import { defineCommand } from "./define.ts"

export const postUrl = defineCommand({
  name: "POST",
  forms: ["POST {url}[, {body}[, {contentType}]]", "POST {url} WITH {body:fields}"],
  effect: "outside",
  group: "http",
  summary: "Sends new data to a web address.",
  params: {
    url: { kind: "text", doc: "The address to send to." },
    body: { kind: "any", doc: "What to send: an object, or text." },
    contentType: { kind: "text", doc: "The media type of the body; JSON when left out." },
  },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'reply = POST "https://example.org/orders", { id: 7 }\nTALK "Number " + reply.id',
  canvas: {
    icon: "world-upload",
    family: "connect",
    titleKey: "steps.post",
    fields: ["url", "body"],
    inPalette: true,
    snippet: 'result = POST "https://example.org/orders", { id: 7 }',
  },
})
