import { hash, randomBytes } from "node:crypto"
import { canonicalHearType, cleanName, makeFileValue, nameOf, sortOf } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { FileKind, Waiting } from "#catalog/messages.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { UploadedFile } from "#server/engine/event.ts"
import { AppError } from "#server/errors/app-error.ts"
import { announce } from "#server/records/events/announce.ts"
import { conversationDrive } from "#server/records/files/drives.ts"
import type { FileRow } from "#server/records/files/file-row.ts"
import { findFile } from "#server/records/files/find-file.ts"
import type { RecordPlace } from "#server/records/place.ts"
import type { ConversationContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { storeUpload } from "../files/store-upload.ts"
import { spend } from "../spend.ts"
import { checkFits } from "./check-fits.ts"
import { SendFileInput } from "./schema.ts"
import { type TurnAnswer, toTurnAnswer } from "./turn-answer.ts"

/**
 * Sends a file in a conversation whose bot asks for one, and runs it to its next wait. The file is kept
 * with the conversation; a name of the sender's is never more than a name.
 *
 * The same key again gives the same answer and keeps nothing twice. Throws: AppError "file.not_asked",
 * "file.type_refused", "file.too_large", "file.quota_reached", "request.too_many", "request.key_reused".
 */
export const sendFileToConversation = defineVerb({
  name: "conversations.sendFile",
  permission: "conversations.send",
  input: SendFileInput,
  audit: null,
  run: async (
    context: ConversationContext,
    { key, name, bytes },
  ): Promise<{ answer: TurnAnswer; isRunning: boolean }> => {
    const { container, orgId, botId, conversationId } = context
    await spend(container, "uploadPerConversation", conversationId)
    const sha256 = hash("sha256", bytes, "hex")
    const mark = key ? hash("sha256", key, "hex").slice(0, 12) : randomBytes(6).toString("hex")
    const path = `uploads/${mark}/${cleanName(name)}`
    const known = key ? await findKnown(context, path) : null
    const waiting = known === null ? await readWaiting(context) : null
    const row = known ?? (await keep(context, path, bytes, waiting))
    const result = await container.engine.accept({
      ...{ orgId, botId, conversationId, kind: "file" },
      source: `conversation:${conversationId}`,
      key: key ?? null,
      bodyHash: hash("sha256", JSON.stringify(["file", cleanName(name), sha256]), "hex"),
      file: await describeUpload(context, row, waiting, bytes),
      ...(waiting?.id !== undefined && { waitId: waiting.id }),
      waitMs: container.env.turnWaitMs,
    })
    return toTurnAnswer(result)
  },
})

/** What the same key has brought already. */
async function findKnown(context: ConversationContext, path: string): Promise<FileRow | null> {
  const { container, orgId } = context
  const drive = conversationDrive(placeOf(context))
  return await container.db.withOrg(orgId, (tx) => findFile(tx, drive, path))
}

async function readWaiting({
  container,
  orgId,
  conversationId,
}: ConversationContext): Promise<Waiting | null> {
  const [row] = await container.db.tenantQuery<{ waiting: Waiting | null }>(
    [orgId],
    "select waiting from conversations where org_id = $1 and id = $2",
    [orgId, conversationId],
  )
  return row?.waiting ?? null
}

async function keep(
  context: ConversationContext,
  path: string,
  bytes: Uint8Array,
  waiting: Waiting | null,
): Promise<FileRow> {
  checkFits(waiting, bytes, nameOf(path))
  const place = placeOf(context)
  const row = await storeUpload(context.container, place, conversationDrive(place), path, bytes)
  await context.container.db.withOrg(context.orgId, (tx) => announceUpload(tx, place, row))
  return row
}

/** Tells ON FILE UPLOAD, once for each file. */
async function announceUpload(tx: OrgTx, place: RecordPlace, row: FileRow): Promise<void> {
  const { id, path, size, mimeType } = row
  const file = { file_id: id, file_path: path, file_name: nameOf(path), file_size: size }
  await announce(tx, place, {
    ...{ kind: "upload", subject: "", key: id },
    inputs: { ...file, mime_type: mimeType, conversation_id: place.conversationId },
  })
}

async function describeUpload(
  { container, orgId }: ConversationContext,
  row: FileRow,
  waiting: Waiting | null,
  bytes: Uint8Array,
): Promise<UploadedFile> {
  const { id: fileId, path, size, mimeType } = row
  const file = { orgId, fileId, expiresMs: null }
  const sort = sortOf(mimeType)
  const kind: FileKind = sort === "document" ? "file" : sort
  const name = nameOf(path)
  const shown = { name, url: container.fileLinks.sign(file, name), size, type: mimeType }
  const isCode = canonicalHearType(waiting?.kind ?? "") === "QRCODE"
  const value: Json = isCode
    ? await readCode(container.documentWork, bytes, mimeType)
    : makeFileValue({ path, size, mimeType, url: container.fileLinks.signWhole(file, name) })
  return { value, kind, shown }
}

/** HEAR AS QRCODE wants what the code says. */
async function readCode(
  work: ConversationContext["container"]["documentWork"],
  bytes: Uint8Array,
  type: string,
): Promise<string> {
  const said = await work.run("read-qr", { bytes }).catch(() => null)
  if (said === null)
    throw new AppError("file.type_refused", { type, wanted: "a picture with a QR code in it" })
  return said
}

function placeOf({ container, orgId, botId, conversationId }: ConversationContext): RecordPlace {
  const nowMs = container.clock.now().getTime()
  return { orgId, botId, conversationId, contactId: null, nowMs }
}
