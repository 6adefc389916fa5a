import { toJson } from "#basic"
import { scheduleIn } from "#basic/keywords/schedule-in.ts"
import { MapValue } from "#basic/vm/value.ts"
import { putOff } from "#server/records/schedules/put-off.ts"
import { handlerFor } from "./handler.ts"

const unitMs: Readonly<Record<string, number>> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
  WEEKS: 604_800_000,
}

export const scheduleInHandler = handlerFor(
  scheduleIn,
  async ({ amount, unit, entry, variables }, step) => {
    const given = variables instanceof MapValue ? toJson(variables) : {}
    const delayMs = Math.round((amount ?? 0) * (unitMs[unit ?? "SECONDS"] ?? 1_000))
    const { script, versionId } = step
    await step.record(async (tx, place) => {
      await putOff(tx, place, { delayMs, script, entry: entry ?? "", versionId, variables: given })
      return null
    })
  },
)
