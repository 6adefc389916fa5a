import { fromJson, isAddress, isQuiet, listRecipients, readRecipient, subjectOf } from "#basic"
import type { Json, Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { postToConversation } from "#server/records/conversations/post-to-conversation.ts"
import { listOptedOut, writeMails } from "#server/records/mails/write-mail.ts"
import type { RecordPlace, RecordTx } from "#server/records/place.ts"
import { refusal } from "../files/operands.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed, type Step } from "../step.ts"
import { settingOf } from "./talk-to.ts"

type Outcome = { recipient: string; success: boolean } & Record<string, Json>

/**
 * Sends one message to many. Mails are written down, one each, and leave soon after. Whoever took back
 * consent is left out, here and nowhere else to be got round.
 *
 * Shape: {success, total, sent, failed, results: [{recipient, success, status, message_id, error}]}.
 * Throws EffectFailed: "mail.recipients_limit", "mail.daily_limit", "broadcast.quiet_hours".
 */
export async function broadcast(text: string, to: Value, step: Step): Promise<Value> {
  const recipients = listRecipients(to)
  const limit = limits.recipientsPerBroadcast
  if (recipients.length > limit) throw refusal("mail.recipients_limit", { limit })
  const hours = (await step.setting("quiet-hours")) ?? ""
  if (isQuiet(hours, step.nowMs, step.zone))
    throw new EffectFailed(
      "broadcast.quiet_hours",
      `Nothing is sent to many between ${hours}: these are the quiet hours of the bot. Send it later.`,
    )
  const results = await step.record(
    async (tx, place): Promise<Json> => deliver(tx, place, text, recipients),
  )
  return fromJson(sumUp(Array.isArray(results) ? results : []))
}

async function deliver(
  tx: RecordTx,
  place: RecordPlace,
  text: string,
  recipients: readonly string[],
): Promise<Outcome[]> {
  const known = recipients.map((recipient) => ({ recipient, ...readRecipient(recipient) }))
  const mailed = known.filter(({ channel, address }) => channel === "email" && isAddress(address))
  const optedOut = await listOptedOut(
    tx,
    place.orgId,
    mailed.map(({ address }) => address),
  )
  const open = mailed.filter(({ address }) => !optedOut.has(address.toLowerCase()))
  const mail = { subject: subjectOf(text), body: text, replyTo: null, attachments: [], parcels: [] }
  const mails = open.map(({ address }) => ({ ...mail, to: address }))
  const ids = mails.length === 0 ? [] : await writeMails(tx, place, mails, "due")
  const idOf = new Map(open.map(({ recipient }, index) => [recipient, ids[index] ?? ""]))
  const outcomes: Outcome[] = []
  for (const { recipient, channel, address } of known) {
    const id = idOf.get(recipient)
    if (id !== undefined) outcomes.push(reached(recipient, "queued", id))
    else if (channel === "web") outcomes.push(await post(tx, place, recipient, address, text))
    else outcomes.push({ recipient, success: false, error: whyNot(channel, optedOut, address) })
  }
  return outcomes
}

const reached = (recipient: string, status: string, id: string): Outcome => ({
  ...{ recipient, success: true, status, message_id: id, error: null },
})

async function post(
  tx: RecordTx,
  place: RecordPlace,
  recipient: string,
  address: string,
  text: string,
): Promise<Outcome> {
  const id = await postToConversation(tx, place, address, text)
  if (id !== null) return reached(recipient, "sent", id)
  return { recipient, success: false, error: "There is no such conversation." }
}

function whyNot(channel: string, optedOut: ReadonlySet<string>, address: string): string {
  if (optedOut.has(address.toLowerCase())) return "This person took back consent."
  if (channel === "email") return "This is no e-mail address."
  return serviceNotSetUp("BROADCAST", settingOf(channel)).message
}

function sumUp(results: readonly Json[]): Json {
  const sent = results.filter(
    (one) => one !== null && typeof one === "object" && !Array.isArray(one) && one.success === true,
  ).length
  const failed = results.length - sent
  return { success: failed === 0, total: results.length, sent, failed, results: [...results] }
}
