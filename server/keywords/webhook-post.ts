import { toJson } from "#basic"
import { webhookPost } from "#basic/keywords/webhook-post.ts"
import { callWebhook } from "#server/records/events/call-webhook.ts"
import { handlerFor } from "./handler.ts"

export const webhookPostHandler = handlerFor(webhookPost, async ({ path, body }, step) => {
  const given = toJson(body ?? null)
  await step.record(async (tx, place) => {
    await callWebhook(tx, place, path ?? "", given)
    return null
  })
})
