import { defineCommand } from "./define.ts"

export const makeTask = defineCommand({
  name: "CREATE TASK",
  forms: [
    "CREATE TASK {title}",
    "CREATE TASK {title}, {second}",
    {
      shape: "CREATE TASK {title}, {second}, {third}",
      diagnostic:
        "The third operand looks like a person. Name the operands: CREATE TASK title WITH assignee = e, priority = e.",
    },
    {
      shape: "CREATE TASK {title}, {second}, {third}, {fourth}",
      diagnostic:
        "The third operand looks like a priority. Name the operands: CREATE TASK title WITH assignee = e, priority = e, due = e.",
    },
    "CREATE TASK {title}, {second}, {third}, {fourth}, {fifth}",
    "CREATE TASK {title} WITH {fields}",
  ],
  effect: "data",
  group: "tasks",
  summary: "Makes a task for a person; it stands on the page Tasks.",
  params: {
    title: { kind: "text", doc: "What is to be done." },
    second: { kind: "any", doc: "The description; the priority where it is one; else the person." },
    third: { kind: "any", doc: "The person; the priority where it is one." },
    fourth: { kind: "any", doc: 'When it is due: a date, or words such as "tomorrow 10:00".' },
    fifth: { kind: "any", doc: "low, medium, high or urgent." },
    fields: { kind: "fields", doc: "description, assignee, due, priority." },
  },
  result: "map",
  raises: ["task.limit", "basic.bad_value"],
  example:
    't = CREATE TASK "Call Ana back" WITH assignee = "bo@example.org", due = "tomorrow 10:00", priority = "high"\nTALK "Task " + t.status',
  canvas: {
    icon: "checklist",
    family: "people",
    titleKey: "steps.create_task",
    inPalette: true,
    snippet:
      'CREATE TASK "Call back" WITH assignee = "", due = "tomorrow 10:00", priority = "medium"',
  },
})
