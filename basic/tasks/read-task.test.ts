import { expect, it } from "vitest"
import { utcZone } from "../dates/zone.ts"
import { DateValue } from "../vm/value.ts"
import { readPriority, readTask } from "./read-task.ts"

const now = Date.UTC(2030, 4, 1, 12)
const read = (...operands: Parameters<typeof readTask>[0]) => readTask(operands, now, utcZone)

it("tells the three orders of CREATE TASK apart by where a priority stands (row 19)", () => {
  const due = Date.UTC(2030, 4, 2, 10)
  expect(read("Call", "high", "ana")).toEqual({
    title: "Call",
    description: "",
    assignee: "ana",
    priority: "high",
    dueMs: null,
  })
  expect(read("Call", "ana", "urgent", "tomorrow 10:00")).toEqual({
    title: "Call",
    description: "",
    assignee: "ana",
    priority: "urgent",
    dueMs: due,
  })
  expect(read("Call", "About the offer", "ana", new DateValue(due, 0, true), "low")).toEqual({
    title: "Call",
    description: "About the offer",
    assignee: "ana",
    priority: "low",
    dueMs: due,
  })
  expect(read("Call")).toMatchObject({ priority: "medium", dueMs: null })
})

it("knows priorities in both languages and by their other names", () => {
  expect(["Critical", "alta", "média", "URGENTE", "soon"].map(readPriority)).toEqual([
    "urgent",
    "high",
    "medium",
    "urgent",
    null,
  ])
})
