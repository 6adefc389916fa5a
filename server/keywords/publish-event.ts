import { toJson } from "#basic"
import { publishEvent } from "#basic/keywords/publish-event.ts"
import { publishEvent as storeEvents } from "#server/records/events/publish-event.ts"
import { readEventName } from "./events/read-event-name.ts"
import { handlerFor } from "./handler.ts"

export const publishEventHandler = handlerFor(publishEvent, async ({ event, value }, step) => {
  const name = readEventName(event)
  const given = toJson(value ?? null)
  return Number(await step.record((tx, place) => storeEvents(tx, place, name, given)))
})
