import { utcZone } from "../../dates/zone.ts"
import { printIsoDate } from "../../format/print-date.ts"
import { numberOf } from "../../functions/arguments.ts"
import { normalizeScriptName } from "../../ir/script-names.ts"
import { readWhen } from "../../schedules/read-when.ts"
import { timeOnDay } from "../../schedules/time-on-day.ts"
import { DateValue } from "../../vm/value.ts"
import type { PretendStart } from "../alarms.ts"
import { operandJson, operandText, operandValue } from "../operands.ts"
import { done, failed, type PretendHandler, type PretendHandlers } from "../pretended.ts"

const unitSeconds: Readonly<Record<string, number>> = {
  SECONDS: 1,
  MINUTES: 60,
  HOURS: 3600,
  DAYS: 86_400,
  WEEKS: 604_800,
}

const showTime = (ms: number): string => printIsoDate(new DateValue(ms, 0, true))

const scheduleIn: PretendHandler = (operands, world) => {
  const amount = Math.max(0, numberOf(operandValue(operands, "amount")) ?? 0)
  const seconds = amount * (unitSeconds[operandText(operands, "unit")] ?? 1)
  const dueMs = world.nowMs + Math.round(Math.min(seconds, 1e9) * 1000)
  const procedure = operandText(operands, "entry")
  const inputs = fieldsOf(operandJson(operands, "variables"))
  const start = { script: null, procedure, inputs }
  world.alarms.set({ name: `later ${world.nextNumber()}`, dueMs, start, again: null })
  return done(`The lines run at ${showTime(dueMs)}.`)
}

const setSchedule: PretendHandler = (operands, world, options) => {
  const zone = options.zone ?? utcZone
  const when = readWhen(operandValue(operands, "when"), zone)
  const script = operandText(operands, "script")
  const argument = operandJson(operands, "argument")
  const start: PretendStart = {
    script: script === "" ? null : normalizeScriptName(script),
    procedure: null,
    inputs: argument === null ? {} : { argument },
  }
  if (when.kind === "refused")
    return failed("schedule.refused", `"${when.text}" does not say when. ${when.reason}`)
  const date = operandValue(operands, "date")
  const onDay =
    when.kind === "again" && date instanceof DateValue
      ? timeOnDay(when.schedule, date.epochMs, zone)
      : null
  const atMs = when.kind === "once" ? when.atMs : onDay
  const name = operandText(operands, "name") || JSON.stringify([script, argument, atMs])
  if (atMs !== null) {
    world.alarms.set({ name, dueMs: Math.max(atMs, world.nowMs), start, again: null })
    return done(`It runs once, at ${showTime(atMs)}.`)
  }
  const text = when.kind === "again" ? when.text : ""
  world.alarms.setAgain(name, text, start, world.nowMs)
  return done(`It runs ${text}.`)
}

const publish =
  (
    readValue: (operands: Parameters<PretendHandler>[0]) => ReturnType<typeof operandJson>,
  ): PretendHandler =>
  (operands, world) => {
    const event = operandText(operands, "event")
    world.alarms.publish(event, readValue(operands))
    return done(`The event ${event} is published.`, 1)
  }

const fieldsOf = (json: ReturnType<typeof operandJson>) =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? json : {}

/** How this family of commands behaves in a preview. */
export const eventPretend: PretendHandlers = {
  "SCHEDULE IN": scheduleIn,
  "SET SCHEDULE": setSchedule,
  "PUBLISH EVENT": publish((operands) => operandJson(operands, "value")),
  TRIGGER: publish((operands) => ({ id: operandJson(operands, "id") })),
  "WEBHOOK POST": (operands) => done(`The webhook ${operandText(operands, "path")} is called.`),
  "SET RESPONSE STATUS": (operands) =>
    done(`A webhook would answer with ${operandText(operands, "status")}.`),
  "SET RESPONSE HEADER": (operands) =>
    done(`A webhook would answer with the header ${operandText(operands, "name")}.`),
  "GET CONFIG": (operands, world) => {
    const name = operandText(operands, "name")
    return done(`The setting ${name} was read.`, world.settings.get(name) ?? null)
  },
  "SET CONFIG": (operands, world) => {
    const name = operandText(operands, "name")
    world.settings.set(name, operandText(operands, "value"))
    return done(`The setting ${name} is set.`)
  },
}
