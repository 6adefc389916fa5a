import { defineCommand } from "./define.ts"

export const getAttendantStats = defineCommand({
  name: "GET ATTENDANT STATS",
  forms: ["GET ATTENDANT STATS {attendant}"],
  effect: "data",
  group: "people",
  summary: "Tells how much a person has answered.",
  params: {
    attendant: { kind: "text", doc: "An id, an address or a name." },
  },
  result: "map",
  raises: [],
  example: 's = GET ATTENDANT STATS "ana@example.org"\nTALK "Active: " + s.active',
  canvas: {
    icon: "user",
    family: "people",
    titleKey: "steps.command",
  },
})
