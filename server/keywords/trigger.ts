import { toJson } from "#basic"
import { trigger } from "#basic/keywords/trigger.ts"
import { publishEvent } from "#server/records/events/publish-event.ts"
import { readEventName } from "./events/read-event-name.ts"
import { handlerFor } from "./handler.ts"

export const triggerHandler = handlerFor(trigger, async ({ event, id }, step) => {
  const name = readEventName(event)
  const given = { id: toJson(id ?? null) }
  return Number(await step.record((tx, place) => publishEvent(tx, place, name, given)))
})
