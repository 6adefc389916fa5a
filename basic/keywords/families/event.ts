/** Schedules, events and webhooks: the commands of this family, in the order of the manual. */
import { setSchedule } from "../set-schedule.ts"
import { webhook } from "../webhook.ts"

export const eventCommands = [setSchedule, webhook] as const
