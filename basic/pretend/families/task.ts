import { msPerDay } from "../../dates/civil.ts"
import { findFreeBetween } from "../../dates/free-slots.ts"
import { dateFromInstant, localMsOf, utcZone } from "../../dates/zone.ts"
import { wordsOf } from "../../diagnostics/report.ts"
import { printIsoDate } from "../../format/print-date.ts"
import { listRecipients } from "../../mail/recipients.ts"
import { readDue, readPriority, readTask } from "../../tasks/read-task.ts"
import { fromJson, toJson, toText } from "../../vm/json.ts"
import type { Effect } from "../../vm/outcome.ts"
import { DateValue, type Json, MapValue, type Value } from "../../vm/value.ts"
import { operandText, operandValue } from "../operands.ts"
import { done, failed, type PretendHandler, type PretendHandlers } from "../pretended.ts"
import type { PreviewOptions } from "../preview-options.ts"
import type { PretendWorld } from "../world.ts"
import { type NewEventWords, showEvent } from "./task-values.ts"

type Operands = Effect["operands"]

const print = (epochMs: number): string => printIsoDate(new DateValue(epochMs, 0, true))
const zoneOf = (options: PreviewOptions) => options.zone ?? utcZone

const bad = (name: string, found: string, expected: string) =>
  failed("basic.bad_value", wordsOf("basic.bad_value", { name, found, expected }).message)
const badTime = (found: string) => bad("start", found, 'a time such as "tomorrow 10:00"')

const idOf = (value: Value, ...names: string[]): string =>
  value instanceof MapValue
    ? toText(names.map((name) => value.entries.get(name)).find((id) => id != null) ?? null)
    : toText(value)

const createTask: PretendHandler = (operands, world, options) => {
  const fields = operandValue(operands, "fields")
  const named = (name: string): Value =>
    fields instanceof MapValue ? (fields.entries.get(name) ?? null) : null
  const others = ["second", "third", "fourth", "fifth"]
  const given = others.filter((name) => operands[name] !== undefined)
  const title = operandText(operands, "title")
  const words = readTask(
    [title, ...given.map((name) => operandValue(operands, name))],
    world.nowMs,
    zoneOf(options),
  )
  const due = readDue(named("due"), world.nowMs, zoneOf(options)) ?? words.dueMs
  const id = world.desk.nextId("task")
  const task: { [key: string]: Json } = {
    ...{ task_id: id, id, status: "open", title },
    description: toText(named("description")) || words.description,
    assignee: toText(named("assignee")) || words.assignee,
    priority: readPriority(toText(named("priority"))) ?? words.priority,
    ...{ reminder_set: false, url: "/tasks", due_date: due === null ? null : print(due) },
    created_at: print(world.nowMs),
  }
  world.desk.tasks.set(id, task)
  return done(`The task ${title} is made.`, fromJson(task))
}

const changeTask = (
  operands: Operands,
  world: PretendWorld,
  change: { readonly [key: string]: Json },
) => {
  const id = idOf(operandValue(operands, "task"), "task_id", "id")
  const task = world.desk.tasks.get(id)
  if (!task) return failed("task.not_found", "There is no task with this id here.")
  Object.assign(task, change)
  return done(`The task ${id} is changed.`, fromJson({ success: true, task_id: id, ...change }))
}

const book = (event: NewEventWords, world: PretendWorld) => {
  const id = world.desk.nextId("event")
  world.desk.events.set(id, event)
  return { id, value: fromJson(showEvent(id, event, print)) }
}

const bookEvent: PretendHandler = (operands, world, options) => {
  const startMs = readDue(operandValue(operands, "start"), world.nowMs, zoneOf(options))
  if (startMs === null) return badTime(operandText(operands, "start"))
  const minutes = Number(operandText(operands, "minutes")) || 30
  const event = {
    ...{ title: operandText(operands, "title"), description: operandText(operands, "description") },
    ...{ place: operandText(operands, "place"), startMs, endMs: startMs + minutes * 60_000 },
    people: [],
  }
  return done(`${event.title} is booked for ${print(startMs)}.`, book(event, world).value)
}

const bookMeeting: PretendHandler = (operands, world, options) => {
  const details = operandValue(operands, "details")
  const find = (name: string): Value =>
    details instanceof MapValue ? (details.entries.get(name) ?? null) : null
  const startMs = readDue(find("start"), world.nowMs, zoneOf(options)) ?? world.nowMs
  const minutes = Number(toText(find("duration"))) || 30
  const event = {
    ...{ title: toText(find("title")), description: toText(find("description")) },
    ...{ place: toText(find("location")), startMs, endMs: startMs + minutes * 60_000 },
    people: listRecipients(operandValue(operands, "people")),
  }
  const { id } = book(event, world)
  return done(`The meeting ${event.title} is booked for ${print(startMs)}.`, id)
}

const changeEvent =
  (change: (event: NewEventWords, operands: Operands) => NewEventWords): PretendHandler =>
  (operands, world) => {
    const id = idOf(operandValue(operands, "event"), "event_id", "id")
    const event = world.desk.events.get(id)
    if (!event)
      return failed("calendar.event_not_found", "There is nothing in the calendar with this id.")
    const changed = change(event, operands)
    world.desk.events.set(id, changed)
    return done(`${event.title} is changed.`, fromJson(showEvent(id, changed, print)))
  }

const invite: PretendHandler = (operands, world) => {
  const id = idOf(operandValue(operands, "event"), "event_id", "id")
  const event = world.desk.events.get(id)
  if (!event)
    return failed("calendar.event_not_found", "There is nothing in the calendar with this id.")
  const added = listRecipients(operandValue(operands, "people"))
  const people = added.length > 0 ? added : event.people
  const results = people.map((recipient) => ({ recipient, success: true, error: null }))
  const sum = { success: true, event_id: id, sent: people.length, failed: 0, results }
  return done(`Invitations to ${people.length} were not sent.`, fromJson(sum))
}

const checkAvailability: PretendHandler = (operands, world, options) => {
  const zone = zoneOf(options)
  const dayOf = (name: string): number | null => {
    const dayMs = readDue(operandValue(operands, name), world.nowMs, zone)
    return dayMs === null
      ? null
      : Math.floor(localMsOf(dateFromInstant(zone, dayMs, true)) / msPerDay)
  }
  const first = dayOf("date")
  if (first === null) return badTime(operandText(operands, "date"))
  const minutes = Number(operandText(operands, "minutes")) || 30
  const taken = [...world.desk.events.values()]
  const days = [first, dayOf("until") ?? first] as const
  const slots = findFreeBetween(days, zone, taken, minutes, world.nowMs)
  const shown = slots.map(({ startMs, endMs }) => ({
    ...{ start: print(startMs), end: print(endMs), minutes },
  }))
  return done(`${slots.length} free times were found.`, fromJson(shown))
}

const findProject = (world: PretendWorld, name: string) =>
  [...world.desk.projects].find(([id, project]) => id === name || project.name === name)

const onProject =
  (
    act: (
      world: PretendWorld,
      id: string,
      project: { name: string; people: string[] },
      operands: Operands,
    ) => Json,
  ): PretendHandler =>
  (operands, world) => {
    const found = findProject(world, operandText(operands, "project"))
    if (!found) return failed("project.not_found", "There is no project with this id or name here.")
    return done(
      `The project ${found[1].name} is changed.`,
      fromJson(act(world, ...found, operands)),
    )
  }

const meeting =
  (value: Json): PretendHandler =>
  (operands) => {
    const name = operandText(operands, "name") || operandText(operands, "room")
    const isMap = value !== null && typeof value === "object" && !Array.isArray(value)
    return done("There is no meeting in a preview.", fromJson(isMap ? { ...value, name } : value))
  }

const inMeeting = meeting({
  success: true,
  id: "room_1",
  url: "https://meet.example/room_1",
  host_token: "",
})

/** How this family of commands behaves in a preview. */
export const taskPretend: PretendHandlers = {
  "CREATE TASK": createTask,
  "LIST TASKS": (operands, world) => {
    const state = operandText(operands, "state")
    const tasks = [...world.desk.tasks.values()].filter(
      ({ status }) => state === "" || status === state,
    )
    return done(`${tasks.length} tasks were listed.`, fromJson(tasks.map((task) => ({ ...task }))))
  },
  "SET TASK PRIORITY": (operands, world) => {
    const priority = readPriority(operandText(operands, "priority"))
    if (priority === null)
      return bad("priority", operandText(operands, "priority"), "low, medium, high or urgent")
    return changeTask(operands, world, { priority })
  },
  "SET TASK DUE DATE": (operands, world, options) => {
    const due = readDue(operandValue(operands, "due"), world.nowMs, zoneOf(options))
    return due === null
      ? badTime(operandText(operands, "due"))
      : changeTask(operands, world, { due_date: print(due) })
  },
  "LINK TASKS": (operands, world) => changeTask(operands, world, {}),
  "ASSIGN SMART": (operands, world) =>
    changeTask(operands, world, {
      assignee: listRecipients(operandValue(operands, "people"))[0] ?? "",
    }),
  "CREATE PROJECT": (operands, world) => {
    const name = operandText(operands, "name")
    const id = world.desk.nextId("project")
    world.desk.projects.set(id, { name, people: [] })
    return done(
      `The project ${name} is made.`,
      fromJson({ success: true, project_id: id, id, name }),
    )
  },
  "UPDATE PROJECT": onProject((_world, _id, project, operands) => {
    project.name = operandText(operands, "name") || project.name
    return { success: true, project: project.name }
  }),
  "DELETE PROJECT": onProject((world, id, project) => {
    world.desk.projects.delete(id)
    return { success: true, project: project.name }
  }),
  "SET PROJECT": onProject((_world, id, { name }) => ({ success: true, project_id: id, name })),
  "ADD USER TO PROJECT": onProject((_world, _id, project, operands) => {
    project.people.push(operandText(operands, "person"))
    return { success: true, project: project.name, people: [...project.people] }
  }),
  BOOK: bookEvent,
  "CREATE CALENDAR EVENT": bookEvent,
  "BOOK MEETING": bookMeeting,
  "SET EVENT DURATION": changeEvent((event, operands) => ({
    ...event,
    endMs: event.startMs + Number(toJson(operandValue(operands, "minutes"))) * 60_000,
  })),
  "SEND INVITES": invite,
  "CHECK AVAILABILITY": checkAvailability,
  ...Object.fromEntries(
    [
      "START MEET",
      "JOIN MEET",
      "LEAVE MEET",
      "INVITE TO MEET",
      "INVITE TO ROOM",
      "TALK TO MEET",
    ].map((name) => [name, inMeeting]),
  ),
  "HEAR FROM MEET": meeting("(words of a meeting)"),
  "ADD TO WHITEBOARD": inMeeting,
  "ANSWER CALL": inMeeting,
  "WAIT FOR CALL ANSWER": inMeeting,
}
