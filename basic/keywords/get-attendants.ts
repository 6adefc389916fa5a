import { defineCommand } from "./define.ts"

export const getAttendants = defineCommand({
  name: "GET ATTENDANTS",
  forms: ["GET ATTENDANTS", "GET ATTENDANTS {status}"],
  effect: "data",
  group: "people",
  summary: "Lists the people who may answer conversations.",
  params: {
    status: { kind: "text", doc: "online, busy, away or offline; all when left out." },
  },
  result: "map",
  binding: "tight",
  raises: [],
  example: 'a = GET ATTENDANTS "online"\nTALK "Online: " + a.count',
  canvas: {
    icon: "users",
    family: "people",
    titleKey: "steps.command",
  },
})
