import { fillMessage, fromJson, isAddress, readRecipient, toJson, toText } from "#basic"
import { type Json, MapValue, type Value } from "#basic/vm/value.ts"
import { findTemplate, type MessageTemplate } from "#server/records/templates/change-templates.ts"
import { refusal } from "../files/operands.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed, type Step } from "../step.ts"
import { sendMail } from "./send-mail.ts"
import { settingOf } from "./talk-to.ts"

const channels = ["email", "whatsapp", "sms", "telegram", "push", "web"]

/** Says whether a text is a list of channels: then it is no name of a template. */
export const isChannelList = (text: string): boolean => {
  const names = splitChannels(text)
  return names.length > 0 && names.every((name) => channels.includes(name))
}
const splitChannels = (text: string): string[] =>
  text
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")

export interface TemplateWords {
  readonly name: string
  /** Empty: by mail to an address, on WhatsApp to a telephone. */
  readonly channels: string
  readonly recipient: Value
  readonly variables: Value
}

/**
 * Fills a template and sends it through each channel. A channel that fails is told in its own outcome.
 *
 * Shape: [{success, channel, recipient, message_id, error}]. Throws EffectFailed: "template.not_found".
 */
export async function sendTemplate(words: TemplateWords, step: Step): Promise<Value> {
  const template = await step.record((tx, place) => findTemplate(tx, place, words.name))
  if (template === null) throw refusal("template.not_found", { name: words.name })
  const recipient = readRecipient(toText(words.recipient)).address
  const usual = isAddress(recipient) ? "email" : "whatsapp"
  const wanted = words.channels === "" ? [usual] : splitChannels(words.channels)
  const outcomes: Json[] = []
  for (const channel of wanted)
    outcomes.push(await sendThrough(channel, template, recipient, toJson(words.variables), step))
  return fromJson(outcomes)
}

async function sendThrough(
  channel: string,
  template: MessageTemplate,
  recipient: string,
  variables: Json,
  step: Step,
): Promise<Json> {
  const about = { recipient, nowMs: step.nowMs, zone: step.zone }
  const fill = (text: string) => fillMessage(text, variables, about)
  try {
    if (channel !== "email") throw serviceNotSetUp("SEND TEMPLATE", settingOf(channel))
    const mail = { to: recipient, subject: fill(template.subject), body: fill(template.body) }
    const sent = await sendMail(mail, step)
    const id = sent instanceof MapValue ? toText(sent.entries.get("message_id") ?? null) : null
    return { success: true, channel, recipient, message_id: id, error: null }
  } catch (error) {
    if (!(error instanceof EffectFailed)) throw error
    return { success: false, channel, recipient, message_id: null, error: error.message }
  }
}
