import { defineCommand } from "./define.ts"

export const describeImage = defineCommand({
  name: "SEE",
  forms: ["SEE {image}[ WITH QUESTION {question}]"],
  effect: "outside",
  group: "media",
  summary: "Says in words what a picture shows; without a model, what is written in it.",
  params: {
    image: { kind: "any", doc: "A picture: a file value, a path or an address." },
    question: { kind: "text", doc: "What to look for; a description when left out.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "file.not_found", "model.refused", "model.budget_reached"],
  example: 'TALK SEE "shop.jpg"',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
