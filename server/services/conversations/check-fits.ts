import { canonicalHearType, extensionOf, sniffType, sortOf, uploadTypes } from "#basic"
import type { HearType } from "#basic/hear/types.ts"
import type { Waiting } from "#catalog/messages.ts"
import { AppError } from "#server/errors/app-error.ts"

const wanted: Readonly<Partial<Record<HearType, string>>> = {
  IMAGE: "a picture",
  QRCODE: "a picture",
  AUDIO: "a voice message or another sound",
  VIDEO: "a video",
  DOCUMENT: "a document",
}
const sorts: Readonly<Partial<Record<HearType, string>>> = {
  IMAGE: "image",
  QRCODE: "image",
  AUDIO: "audio",
  VIDEO: "video",
  DOCUMENT: "document",
}

/** Questions a voice message may answer. Secrets are none, and what has to be written letter by letter. */
const spokenTypes: ReadonlySet<HearType> = new Set<HearType>([
  ...(["TEXT", "NAME", "INTEGER", "NUMBER", "MONEY", "BOOLEAN"] as const),
  ...(["DATE", "HOUR", "MOBILE", "LANGUAGE", "COLOR", "MENU"] as const),
])

/**
 * Makes sure that a content answers the question that waits; what it is, its bytes say.
 *
 * Throws: AppError "file.not_asked", "file.type_refused".
 */
export function checkFits(waiting: Waiting | null, bytes: Uint8Array, name: string): void {
  const asked = canonicalHearType(waiting?.kind ?? "")
  const type = sniffType(bytes, extensionOf(name))
  // What was asked for in words may be said, too.
  if (asked !== null && spokenTypes.has(asked) && sortOf(type) === "audio") return
  if (asked === null || !uploadTypes.has(asked)) throw new AppError("file.not_asked")
  const sort = sorts[asked]
  if (sort !== undefined && sortOf(type) !== sort)
    throw new AppError("file.type_refused", { type, wanted: wanted[asked] ?? "another file" })
}
