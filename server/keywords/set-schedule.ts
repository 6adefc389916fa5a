import { normalizeScriptName, toJson } from "#basic"
import { setSchedule } from "#basic/keywords/set-schedule.ts"
import { DateValue } from "#basic/vm/value.ts"
import { setSchedule as storeSchedule } from "#server/records/schedules/set-schedule.ts"
import { handlerFor } from "./handler.ts"

export const setScheduleHandler = handlerFor(
  setSchedule,
  async ({ when, script, argument, date, name }, step) => {
    await step.record((tx, place) =>
      storeSchedule(tx, place, {
        when: when ?? null,
        onDayMs: date instanceof DateValue ? date.epochMs : null,
        script: script === undefined ? step.script : normalizeScriptName(script),
        name: name ?? null,
        argument: toJson(argument ?? null),
      }),
    )
  },
)
