import { defineCommand } from "./define.ts"

export const describeImage = defineCommand({
  name: "SEE",
  forms: ["SEE {image}"],
  effect: "outside",
  group: "media",
  summary: "Says in words what a picture or film shows.",
  params: {
    image: { kind: "any", doc: "A picture: a file value, a path or an address." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK SEE "shop.jpg"',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
