import { readDue, readPriority, readTask, type TaskWords, toText } from "#basic"
import type { MapValue, Value } from "#basic/vm/value.ts"
import type { Step } from "../step.ts"
import { badValue } from "./read-event.ts"

/** Reads CREATE TASK: the operands behind WITH by their names, else by where a priority stands. */
export function readTaskWords(
  title: string,
  others: readonly (Value | undefined)[],
  fields: MapValue | undefined,
  step: Step,
): TaskWords {
  if (fields !== undefined) return readNamed(title, fields, step)
  const last = others.findLastIndex((value) => value !== undefined)
  const given = others.slice(0, last + 1).map((value) => value ?? null)
  return readTask([title, ...given], step.nowMs, step.zone)
}

function readNamed(title: string, { entries }: MapValue, step: Step): TaskWords {
  const names = new Map([...entries].map(([name, value]) => [name.toLowerCase(), value]))
  const find = (...wanted: string[]): Value =>
    wanted.map((name) => names.get(name)).find((value) => value !== undefined) ?? null
  const words = toText(find("priority"))
  const priority = words === "" ? "medium" : readPriority(words)
  if (priority === null) throw badValue("priority", words, "low, medium, high or urgent")
  const due = find("due", "due_date", "duedate")
  const dueMs = readDue(due, step.nowMs, step.zone)
  if (dueMs === null && due !== null && due !== "")
    throw badValue("due", toText(due), 'a time such as "tomorrow 10:00"')
  return {
    ...{ title, description: toText(find("description", "text")) },
    ...{ assignee: toText(find("assignee", "person", "who")), priority, dueMs },
  }
}
