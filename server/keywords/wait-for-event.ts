import { waitForEvent } from "#basic/keywords/wait-for-event.ts"
import { readEventName } from "./events/read-event-name.ts"
import { handlerFor } from "./handler.ts"

/** Nothing stays in memory while the event does not come. */
export const waitForEventHandler = handlerFor(waitForEvent, ({ event, seconds }, step) =>
  step.waitForEvent(readEventName(event), seconds ?? null),
)
