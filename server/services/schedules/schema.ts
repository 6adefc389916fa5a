import { z } from "zod"
import { idOf } from "#catalog/ids.ts"

const botId = idOf("bot")
const scheduleId = idOf("sch")

export const SchedulesInput = z.strictObject({ botId })
export type SchedulesInput = z.input<typeof SchedulesInput>

export const ScheduleInput = z.strictObject({ botId, scheduleId })
export type ScheduleInput = z.input<typeof ScheduleInput>

export const PauseScheduleInput = z.strictObject({ botId, scheduleId, isPaused: z.boolean() })
export type PauseScheduleInput = z.input<typeof PauseScheduleInput>
