import { listPlaceholders } from "../../files/fill-template.ts"
import {
  isAddress,
  listRecipients,
  readRecipient,
  splitMailBlock,
  subjectOf,
} from "../../mail/recipients.ts"
import { fromJson } from "../../vm/json.ts"
import type { Json, Value } from "../../vm/value.ts"
import { operandText, operandValue } from "../operands.ts"
import { done, failed, type PretendHandler, type PretendHandlers } from "../pretended.ts"
import type { PretendWorld } from "../world.ts"

const refuseAddress = (to: string) =>
  failed(
    "mail.address_refused",
    `${JSON.stringify(to)} is not one e-mail address; nothing was sent.`,
  )

const send = (to: Value, subject: string, body: string, world: PretendWorld) => {
  const recipients = listRecipients(to)
  const wrong = recipients.length === 0 ? "" : recipients.find((address) => !isAddress(address))
  if (wrong !== undefined) return refuseAddress(wrong)
  const about = subject.trim() === "" ? subjectOf(body) : subject
  const result: Json = {
    ...{ success: true, message_id: `<${world.desk.nextId("mail")}@preview>` },
    ...{ status: recipients.length > 1 ? "queued" : "sent", to: recipients[0] ?? "" },
    recipients: recipients.length,
  }
  return done(`A mail to ${recipients.join(", ")} was not sent: ${about}`, fromJson(result))
}

const sendMail: PretendHandler = (operands, world) =>
  send(
    operandValue(operands, "to"),
    operandText(operands, "subject"),
    operandText(operands, "body"),
    world,
  )

const talk = (recipient: string, text: string, world: PretendWorld) => {
  const { channel, address } = readRecipient(recipient)
  if (channel === "email" && !isAddress(address)) return refuseAddress(address)
  const id = world.desk.nextId("message")
  const result = { success: true, message_id: id, channel, recipient: address }
  return done(`To ${recipient}, pretended only: ${text}`, fromJson(result))
}

const talkTo: PretendHandler = (operands, world) =>
  talk(operandText(operands, "recipient"), operandText(operands, "text"), world)

const draft: PretendHandler = (operands, world) => {
  const to = operandText(operands, "to")
  if (!isAddress(to)) return refuseAddress(to)
  const subject = operandText(operands, "subject")
  const body = operandText(operands, "body")
  const id = world.desk.nextId("draft")
  const result = { success: true, draft_id: id, to, subject, body }
  return done(`A draft to ${to} is kept: ${subject}`, fromJson(result))
}

const createTemplate: PretendHandler = (operands, world) => {
  const [name, channel] = [operandText(operands, "name"), operandText(operands, "channel")]
  const [subject, body] = [operandText(operands, "subject"), operandText(operands, "body")]
  world.desk.templates.set(name, { name, channel, subject, body })
  const variables = listPlaceholders(`${subject}\n${body}`)
  return done(
    `The template ${name} is kept.`,
    fromJson({ success: true, name, channel, variables }),
  )
}

const getTemplate: PretendHandler = (operands, world) => {
  const name = operandText(operands, "name")
  const found = world.desk.templates.get(name)
  if (!found) return done(`There is no template ${name}.`)
  const variables = listPlaceholders(`${found.subject}\n${found.body}`)
  return done(`The template ${name} was read.`, fromJson({ ...found, variables }))
}

const sendTemplate: PretendHandler = (operands, world) => {
  const name = operandText(operands, "name")
  if (!world.desk.templates.has(name))
    return failed("template.not_found", `The bot has no message template ${JSON.stringify(name)}.`)
  const recipient = operandText(operands, "recipient")
  const channels = operandText(operands, "channels") || "email"
  const results = channels.split(",").map((channel) => ({
    ...{ success: true, channel: channel.trim(), recipient },
    ...{ message_id: world.desk.nextId("message"), error: null },
  }))
  return done(`The template ${name} was not sent to ${recipient}.`, fromJson(results))
}

const broadcast: PretendHandler = (operands, world) => {
  const results = listRecipients(operandValue(operands, "recipients")).map((recipient) => ({
    ...{ recipient, success: true, status: "queued", error: null },
    message_id: world.desk.nextId("message"),
  }))
  const total = results.length
  const sum = { success: true, total, sent: total, failed: 0, results }
  return done(`A message to ${total} was not sent.`, fromJson(sum))
}

const sendSms: PretendHandler = (operands, world) => {
  const to = operandText(operands, "phone")
  const result = {
    ...{ success: true, message_id: world.desk.nextId("message"), provider: "preview", to },
    ...{ priority: operandText(operands, "priority") || "normal", error: null },
  }
  return done(`A short message to ${to} was not sent.`, fromJson(result))
}

/** How this family of commands behaves in a preview. */
export const mailPretend: PretendHandlers = {
  "SEND MAIL": sendMail,
  MAIL: (operands, world) => {
    const { subject, body } = splitMailBlock(operandText(operands, "text"))
    return send(operandValue(operands, "to"), subject, body, world)
  },
  "CREATE DRAFT": draft,
  "SEND SMS": sendSms,
  "SEND TEMPLATE": sendTemplate,
  "SEND TEMPLATE TO": sendTemplate,
  "CREATE TEMPLATE": createTemplate,
  "GET TEMPLATE": getTemplate,
  "LIST TEMPLATES": (_operands, world) =>
    done(
      "The templates were listed.",
      fromJson([...world.desk.templates.values()].map((template) => ({ ...template }))),
    ),
  BROADCAST: broadcast,
  PUBLISH: () => done("A mark of old scripts; nothing happens."),
  "TALK TO": talkTo,
  "SEND WHATSAPP TO": talkTo,
  "SEND INSTAGRAM TO": talkTo,
  "SEND MEDIA TO": (operands, world) =>
    talk(operandText(operands, "recipient"), operandText(operands, "file"), world),
  "SEND TO SESSION": (operands, world) =>
    talk(`web:${operandText(operands, "session")}`, operandText(operands, "text"), world),
}
