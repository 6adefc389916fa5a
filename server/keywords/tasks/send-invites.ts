import { fromJson, isAddress, listRecipients, printIcs } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { MapValue, type Value } from "#basic/vm/value.ts"
import { changeEvent, type NewEvent } from "#server/records/calendar/book-event.ts"
import { sendMail } from "../mail/send-mail.ts"
import { EffectFailed, type Step } from "../step.ts"
import { readId } from "./read-event.ts"

/**
 * Invites people to an appointment, one mail each, with the entry for their calendars.
 *
 * Shape: {success, event_id, sent, failed, results: [{recipient, success, error}]}.
 */
export async function sendInvites(
  event: Value | undefined,
  people: Value | undefined,
  step: Step,
): Promise<Value> {
  const id = readId(event, ["event_id", "id"])
  const added = listRecipients(people ?? null).filter(isAddress)
  const invited = await step.record((tx, place) => changeEvent(tx, place, id, { people: added }))
  const results: Json[] = []
  for (const recipient of added.length > 0 ? added : invited.people)
    results.push(await invite(recipient, id, invited, step))
  const sent = results.filter(
    (one) => one !== null && typeof one === "object" && "id" in one,
  ).length
  const failed = results.length - sent
  return fromJson({ success: failed === 0, event_id: id, sent, failed, results })
}

async function invite(recipient: string, id: string, event: NewEvent, step: Step): Promise<Json> {
  const uid = `${id}@botwright`
  const content = printIcs({ ...event, uid, stampMs: step.nowMs })
  const entries: [string, Value][] = [
    ["name", "invite.ics"],
    ["content_type", "text/calendar; charset=utf-8; method=REQUEST"],
    ["content", content],
  ]
  const attachments = new MapValue(new Map(entries))
  const body = [event.title, event.description, event.place]
    .filter((line) => line !== "")
    .join("\n\n")
  try {
    const sent = await sendMail({ to: recipient, subject: event.title, body, attachments }, step)
    const messageId = sent instanceof MapValue ? String(sent.entries.get("message_id") ?? "") : ""
    return { id: messageId, recipient, success: true, error: null }
  } catch (error) {
    if (!(error instanceof EffectFailed)) throw error
    return { recipient, success: false, error: error.message }
  }
}
