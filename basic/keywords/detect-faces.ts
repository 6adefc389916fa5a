import { defineCommand } from "./define.ts"

export const detectFaces = defineCommand({
  name: "DETECT FACES",
  forms: ["DETECT FACES {image}[, {options}]"],
  effect: "outside",
  group: "media",
  summary:
    "Finds the faces in a picture: a list of objects with face_id, rectangle, confidence and attributes. Needs the consent of the people shown.",
  params: {
    image: { kind: "any", doc: "A picture: a file value, a path or an address." },
    options: { kind: "any", doc: "An object with return_attributes." },
  },
  result: "list",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'faces = DETECT FACES "team.jpg"\nTALK "Faces: " + COUNT(faces)',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
