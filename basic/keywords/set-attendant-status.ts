import { defineCommand } from "./define.ts"

export const setAttendantStatus = defineCommand({
  name: "SET ATTENDANT STATUS",
  forms: [
    "SET ATTENDANT STATUS {attendant}, {status}",
    "SET ATTENDANT STATUS {attendant} TO {status}",
  ],
  effect: "data",
  group: "people",
  summary: "Says whether a person is there.",
  params: {
    attendant: { kind: "text", doc: "An id, an address or a name." },
    status: { kind: "text", doc: "online, busy, away or offline." },
  },
  result: "map",
  raises: ["basic.bad_value"],
  example: 'r = SET ATTENDANT STATUS "ana@example.org", "away"\nTALK "Set: " + r.success',
  canvas: {
    icon: "user",
    family: "people",
    titleKey: "steps.command",
  },
})
