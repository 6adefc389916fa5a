import { defineCommand } from "./define.ts"

export const analyzeFace = defineCommand({
  name: "ANALYZE FACE",
  forms: ["ANALYZE FACE {image}[, {options}]"],
  effect: "outside",
  group: "media",
  summary:
    "Describes one face in a picture: an object with face_id, confidence and attributes. Needs the consent of the person shown.",
  params: {
    image: { kind: "any", doc: "A picture: a file value, a path or an address." },
    options: { kind: "any", doc: "An object with return_attributes." },
  },
  result: "map",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'face = ANALYZE FACE "ana.jpg"\nTALK "Sure to " + face.confidence',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
