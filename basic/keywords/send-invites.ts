import { defineCommand } from "./define.ts"

export const inviteByMail = defineCommand({
  name: "SEND INVITES",
  forms: ["SEND INVITES {event}", "SEND INVITES {event}, {people}"],
  effect: "outside",
  group: "tasks",
  summary: "Invites people to an appointment by mail, with the calendar entry attached.",
  params: {
    event: { kind: "any", doc: "The event_id that BOOK gave, or the event itself." },
    people: { kind: "any", doc: "A list of addresses; who was named before when left out." },
  },
  result: "map",
  raises: ["calendar.event_not_found", "mail.daily_limit"],
  example:
    'e = CREATE CALENDAR EVENT "Review", "tomorrow 10:00"\nr = SEND INVITES e.event_id, ["ana@example.org"]\nTALK "Invited: " + r.sent',
  canvas: {
    icon: "mail",
    family: "people",
    titleKey: "steps.command",
  },
})
