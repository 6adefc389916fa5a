import { parseNaturalDate } from "../dates/natural.ts"
import { toText } from "../vm/json.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import { DateValue, type Value } from "../vm/value.ts"

/** What CREATE TASK is to make. */
export interface TaskWords {
  readonly title: string
  readonly description: string
  readonly assignee: string
  readonly priority: TaskPriority
  /** Units: ms since 1970 UTC; null for none. */
  readonly dueMs: number | null
}
export const taskPriorities = ["low", "medium", "high", "urgent"] as const
export type TaskPriority = (typeof taskPriorities)[number]

const otherNames: Readonly<Record<string, TaskPriority>> = {
  ...{ critical: "urgent", normal: "medium", baixa: "low", media: "medium", alta: "high" },
  ...{ urgente: "urgent", critica: "urgent" },
}

/** Reads a priority in English or Portuguese; null when the text names none. */
export const readPriority = (text: string): TaskPriority | null => {
  const plain = text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
  const known = taskPriorities.find((priority) => priority === plain)
  return known ?? (Object.hasOwn(otherNames, plain) ? (otherNames[plain] ?? null) : null)
}

/**
 * Tells the three orders of CREATE TASK apart: `title, priority, assignee` when the second operand is a
 * priority, `title, assignee, priority, due` when the third is one, else `title, description, assignee,
 * due, priority`. The date may be a date or words such as "tomorrow 10:00".
 */
export const readTask = (operands: readonly Value[], nowMs: number, zone: ZoneTable): TaskWords => {
  const texts = operands.map((value) => toText(value))
  const [title = "", second = "", third = "", fourth = "", fifth = ""] = texts
  const due = (index: number) => readDue(operands[index] ?? null, nowMs, zone)
  const early = readPriority(second)
  if (early !== null)
    return { title, description: "", priority: early, assignee: third, dueMs: due(3) }
  const middle = readPriority(third)
  if (middle !== null)
    return { title, description: "", assignee: second, priority: middle, dueMs: due(3) }
  const late = readPriority(fifth) ?? readPriority(fourth)
  return { title, description: second, assignee: third, priority: late ?? "medium", dueMs: due(3) }
}

/** Reads a date value, or words for one. Units: ms since 1970 UTC; null when it says none. */
export const readDue = (value: Value, nowMs: number, zone: ZoneTable): number | null => {
  if (value instanceof DateValue) return value.epochMs
  if (value === null) return null
  return parseNaturalDate(toText(value), nowMs, zone)?.epochMs ?? null
}
