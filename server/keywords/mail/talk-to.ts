import { fromJson, type Recipient, readRecipient } from "#basic"
import { MapValue, type Value } from "#basic/vm/value.ts"
import { postToConversation } from "#server/records/conversations/post-to-conversation.ts"
import { refusal } from "../files/operands.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import type { Step } from "../step.ts"
import { sendMail } from "./send-mail.ts"

/** The setting a channel lacks, by the channel's name. */
const settings: Readonly<Record<string, string>> = {
  ...{ whatsapp: "whatsapp-api-key", teams: "teams-app-id", telegram: "telegram-bot-token" },
  ...{ instagram: "instagram-access-token", sms: "sms-provider", discord: "discord-bot-token" },
  ...{ messenger: "facebook-access-token", facebook: "facebook-access-token" },
  push: "push-provider",
}

/** Names the setting of a channel that has no adapter here. */
export const settingOf = (channel: string): string =>
  Object.hasOwn(settings, channel) ? (settings[channel] ?? "") : `channel-${channel}`

/**
 * Says something on the channel of a recipient: mail, or another conversation of this bot.
 *
 * Shape: {success, message_id, channel, recipient}. Throws EffectFailed: "service.not_set_up" for other
 * channels, "conversation.not_found", and what `sendMail` throws.
 */
export async function talkTo(
  keyword: string,
  recipient: Recipient,
  text: string,
  step: Step,
): Promise<Value> {
  const { channel, address } = recipient
  if (channel === "email" || channel === "mail")
    return tell(await sendMail({ to: address, subject: "", body: text }, step), recipient)
  if (channel !== "web") throw serviceNotSetUp(keyword, settingOf(channel))
  const id = await step.record((tx, place) => postToConversation(tx, place, address, text))
  if (id === null) throw refusal("conversation.not_found", undefined)
  return fromJson({ success: true, message_id: id, channel, recipient: address })
}

function tell(sent: Value, { address }: Recipient): Value {
  const id = sent instanceof MapValue ? (sent.entries.get("message_id") ?? null) : null
  const entries: [string, Value][] = [
    ["success", true],
    ["message_id", id],
    ["channel", "email"],
    ["recipient", address],
  ]
  return new MapValue(new Map(entries))
}

export const talkToText = (keyword: string, to: string, text: string, step: Step) =>
  talkTo(keyword, readRecipient(to), text, step)
