/** Schedules, events and webhooks: the commands of this family, in the order of the manual. */
import { allowRole } from "../allow-role.ts"
import { endWebhook } from "../end-webhook.ts"
import { getConfig } from "../get-config.ts"
import { publishEvent } from "../publish-event.ts"
import { scheduleIn } from "../schedule-in.ts"
import { setConfig } from "../set-config.ts"
import { setResponseHeader } from "../set-response-header.ts"
import { setResponseStatus } from "../set-response-status.ts"
import { setSchedule } from "../set-schedule.ts"
import { trigger } from "../trigger.ts"
import { waitForEvent } from "../wait-for-event.ts"
import { webhook } from "../webhook.ts"
import { webhookPost } from "../webhook-post.ts"

export const eventCommands = [
  setSchedule,
  scheduleIn,
  webhook,
  endWebhook,
  allowRole,
  webhookPost,
  setResponseStatus,
  setResponseHeader,
  publishEvent,
  trigger,
  waitForEvent,
  getConfig,
  setConfig,
] as const
