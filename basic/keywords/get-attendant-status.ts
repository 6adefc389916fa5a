import { defineCommand } from "./define.ts"

export const getAttendantStatus = defineCommand({
  name: "GET ATTENDANT STATUS",
  forms: ["GET ATTENDANT STATUS {attendant}"],
  effect: "data",
  group: "people",
  summary: "Tells whether a person is there.",
  params: {
    attendant: { kind: "text", doc: "An id, an address or a name." },
  },
  result: "map",
  raises: [],
  example: 's = GET ATTENDANT STATUS "ana@example.org"\nTALK "Status: " + s.status',
  canvas: {
    icon: "user",
    family: "people",
    titleKey: "steps.command",
  },
})
