import { defineCommand } from "./define.ts"

/**
 * Without a script it declares when its own script runs, and nothing happens where it stands. The shapes
 * are read by `parser/schedule.ts`: words without quotes and operands side by side are among them.
 */
export const setSchedule = defineCommand({
  name: "SET SCHEDULE",
  forms: [
    "SET SCHEDULE {when}",
    "SET SCHEDULE {when}, {script}",
    "SET SCHEDULE {when}, {script}, {argument}",
    "SET SCHEDULE {when} ON {date}, {script}",
    "SET SCHEDULE {when} ON {date}, {script}, {argument}",
    "SET SCHEDULE {when} ON {date}",
    "SET SCHEDULE {name}, {when}",
    "SET SCHEDULE {name}, {when}, {script}",
    "SET SCHEDULE {name}, {when}, {script}, {argument}",
  ],
  effect: "data",
  group: "events",
  summary: "Runs this script, or another one, at set times.",
  params: {
    when: {
      kind: "any",
      doc: 'Cron with five or six fields, words such as "every monday at 9am", or a date for once. "business hours" are those of the setting business-hours, else 9 to 5 from Monday to Friday.',
    },
    script: { kind: "text", doc: "Another script that runs at that time." },
    argument: { kind: "any", doc: "What that script gets." },
    date: { kind: "date", doc: "The one day on which it runs, at the time that `when` says." },
    name: { kind: "text", doc: "A name, so that setting it again replaces it." },
  },
  result: "nothing",
  raises: ["basic.bad_value"],
  example: 'SET SCHEDULE "every monday at 9am"\nTALK "Good morning."',
  hasOwnGrammar: true,
  canvas: {
    icon: "calendar-time",
    family: "flow",
    titleKey: "steps.set_schedule",
    fields: ["when", "script", "argument"],
    snippet: 'SET SCHEDULE "every monday at 9am"',
  },
})
