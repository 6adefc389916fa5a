import { z } from "zod"
import { webhookMethods } from "#basic/keywords/webhook.ts"
import { idOf } from "#catalog/ids.ts"

const botId = idOf("bot")

export const WebhooksInput = z.strictObject({ botId })
export type WebhooksInput = z.input<typeof WebhooksInput>

export const SetSigningInput = z.strictObject({ botId, mustSign: z.boolean() })
export type SetSigningInput = z.input<typeof SetSigningInput>

/** A request to a webhook, as REST hands it on: nothing of it is trusted. */
export const ReceiveInput = z.strictObject({
  token: z.string().max(300),
  endpoint: z.string().max(500),
  method: z.enum(webhookMethods),
  params: z.record(z.string(), z.json()),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.instanceof(Uint8Array),
  contentType: z.string().max(200),
})
export type ReceiveInput = z.input<typeof ReceiveInput>
