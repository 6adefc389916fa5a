import type { eventCommands } from "#basic/keywords/families/event.ts"
import { getConfigHandler } from "../get-config.ts"
import type { HandlersOf } from "../handler.ts"
import { publishEventHandler } from "../publish-event.ts"
import { scheduleInHandler } from "../schedule-in.ts"
import { setConfigHandler } from "../set-config.ts"
import { setResponseHeaderHandler } from "../set-response-header.ts"
import { setResponseStatusHandler } from "../set-response-status.ts"
import { setScheduleHandler } from "../set-schedule.ts"
import { triggerHandler } from "../trigger.ts"
import { waitForEventHandler } from "../wait-for-event.ts"
import { webhookPostHandler } from "../webhook-post.ts"

/** What the server does for this family of commands. */
export const eventHandlers = {
  "SET SCHEDULE": setScheduleHandler,
  "SCHEDULE IN": scheduleInHandler,
  "WEBHOOK POST": webhookPostHandler,
  "SET RESPONSE STATUS": setResponseStatusHandler,
  "SET RESPONSE HEADER": setResponseHeaderHandler,
  "PUBLISH EVENT": publishEventHandler,
  TRIGGER: triggerHandler,
  "WAIT FOR EVENT": waitForEventHandler,
  "GET CONFIG": getConfigHandler,
  "SET CONFIG": setConfigHandler,
} satisfies HandlersOf<typeof eventCommands>
