import { type AttachmentWords, nameOf, readAttachments } from "#basic"
import type { Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import type { MailAttachment } from "#server/infra/mail/port.ts"
import type { MailParcel, ShownAttachment } from "#server/records/mails/write-mail.ts"
import { type HeldFile, loadHeld, readContent } from "../files/content.ts"
import { readPath } from "../files/operands.ts"
import { EffectFailed, type Step } from "../step.ts"

/** An attachment before its content is read: at hand, or a file of the drive. */
export type Parcel =
  | { readonly kind: "at hand"; readonly parcel: MailParcel }
  | { readonly kind: "file"; readonly name: string; readonly file: HeldFile }

/** Finds what a mail takes along. Throws EffectFailed for a value that is none, a missing file, or too much. */
export async function findParcels(value: Value | undefined, step: Step): Promise<Parcel[]> {
  const words = readAttachments(value ?? null)
  if (words === null)
    throw new EffectFailed(
      "basic.wrong_type",
      "An attachment is a path, a file, or what ATTACHMENT or ICS gives; this is something else.",
    )
  if (words.length > limits.attachmentsPerMail) throw tooMuch()
  const parcels: Parcel[] = []
  for (const one of words) parcels.push(await findParcel(one, step))
  const size = parcels.reduce((sum, one) => sum + sizeOf(one), 0)
  if (size > limits.attachmentBytesPerMail) throw tooMuch()
  return parcels
}

async function findParcel(words: AttachmentWords, step: Step): Promise<Parcel> {
  if ("base64" in words) {
    const { name, type, base64 } = words
    return { kind: "at hand", parcel: { name, type, content: base64 } }
  }
  const file = await loadHeld(step, readPath(words.path, "SEND MAIL"))
  return { kind: "file", name: words.name ?? nameOf(file.path), file }
}

const sizeOf = (parcel: Parcel): number =>
  parcel.kind === "file" ? parcel.file.size : Math.floor((parcel.parcel.content.length * 3) / 4)

const tooMuch = () =>
  new EffectFailed(
    "mail.attachments_limit",
    `A mail takes at most ${limits.attachmentsPerMail} files along, of ${limits.attachmentBytesPerMail} bytes together.`,
  )

/** Reads the contents. Only to be called inside `step.outside`. */
export async function openParcels(
  parcels: readonly Parcel[],
  step: Step,
): Promise<MailAttachment[]> {
  const opened: MailAttachment[] = []
  for (const one of parcels) {
    if (one.kind === "file")
      opened.push({
        name: one.name,
        type: one.file.mimeType,
        content: await readContent(step, one.file),
      })
    else {
      const { name, type, content } = one.parcel
      opened.push({ name, type, content: Buffer.from(content, "base64") })
    }
  }
  return opened
}

/** What the list of sent mails shows of an attachment. */
export function showParcel(one: Parcel): ShownAttachment {
  if (one.kind === "file")
    return { name: one.name, type: one.file.mimeType, sizeBytes: one.file.size }
  const { name, type } = one.parcel
  return { name, type, sizeBytes: sizeOf(one) }
}

/** What is kept of mails that leave later. */
export const listAtHand = (parcels: readonly Parcel[]): MailParcel[] =>
  parcels.flatMap((one) => (one.kind === "at hand" ? [one.parcel] : []))
