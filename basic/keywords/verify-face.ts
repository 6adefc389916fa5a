import { defineCommand } from "./define.ts"

export const verifyFace = defineCommand({
  name: "VERIFY FACE",
  forms: ["VERIFY FACE {image}, {other}"],
  effect: "outside",
  group: "media",
  summary:
    "Says whether two pictures show the same person: an object with match and confidence. Needs the consent of the people shown.",
  params: {
    image: { kind: "any", doc: "A picture: a file value, a path or an address." },
    other: { kind: "any", doc: "The picture to compare it with." },
  },
  result: "map",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'same = VERIFY FACE "a.jpg", "b.jpg"\nIF same.match THEN TALK "It is the same person."',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
