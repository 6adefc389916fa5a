import { hash } from "node:crypto"
import { extensionOf, nameOf, toText } from "#basic"
import { addToKb } from "#basic/keywords/add-to-kb.ts"
import { MapValue, type Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { readableDrives } from "#server/records/files/drives.ts"
import type { FileRow } from "#server/records/files/file-row.ts"
import { findFile, loadFile } from "#server/records/files/find-file.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { insertOnce, type NewDocument } from "#server/records/knowledge/insert-document.ts"
import { typeOfDocument } from "#server/records/knowledge/type-of-document.ts"
import type { RecordPlace, RecordTx } from "#server/records/place.ts"
import { readPath, refusal } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"
import { chooseBase } from "./knowledge/base-name.ts"
import { EffectFailed } from "./step.ts"

const titleChars = 80

/** A document the base holds already is added: the script gets what it wanted. Reading begins soon after. */
export const addToKbHandler = handlerFor(addToKb, async ({ name, document }, step) => {
  const base = chooseBase(name, step)
  const isFile = document instanceof MapValue
  const said = isFile ? readPath(document, "ADD TO KB") : toText(document as Value)
  if (said.trim() === "" || said.length > limits.fileTextChars)
    throw new EffectFailed(
      "knowledge.empty",
      `A text for a knowledge base has 1 to ${limits.fileTextChars} characters.`,
    )
  await step.record(async (tx, place) => {
    const file = await findGiven(tx, place, said, isFile)
    const { id } = await ensureBase(tx, place.orgId, place.botId, base)
    await insertOnce(tx, place.orgId, id, file === null ? asText(said) : asFile(file))
    return null
  })
})

/** A file value names a file that has to be there; a text may be a path or what is to be known. */
async function findGiven(
  tx: RecordTx,
  place: RecordPlace,
  said: string,
  isFile: boolean,
): Promise<FileRow | null> {
  const drives = readableDrives(place)
  if (isFile) return await loadFile(tx, drives, said)
  if (said.length > limits.filePathChars || said.includes("\n")) return null
  for (const drive of drives) {
    const file = await findFile(tx, drive, said.trim())
    if (file !== null) return file
  }
  return null
}

function asText(content: string): NewDocument {
  const [line = ""] = content.trim().split("\n")
  return {
    title: line.slice(0, titleChars),
    mimeType: "text/plain",
    size: Buffer.byteLength(content),
    sha256: hash("sha256", content, "hex"),
    ...{ blobId: null, content },
  }
}

/** The content is the file's own; it stays in the store as long as either names it. */
function asFile({ path, mimeType, size, sha256, blobId }: FileRow): NewDocument {
  const type = typeOfDocument(mimeType, extensionOf(path))
  if (type === null) throw refusal("knowledge.type_refused", { type: mimeType })
  return { title: nameOf(path), mimeType: type, ...{ size, sha256, blobId }, content: null }
}
