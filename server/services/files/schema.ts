import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")
const fileId = idOf("fil")
const path = z.string().min(1).max(limits.filePathChars).refine(isStorable, unstorable)

export const ListFilesInput = z.strictObject({ botId })
export type ListFilesInput = z.input<typeof ListFilesInput>

export const FileInput = z.strictObject({ botId, fileId })
export type FileInput = z.input<typeof FileInput>

export const RenameFileInput = z.strictObject({ botId, fileId, path })
export type RenameFileInput = z.input<typeof RenameFileInput>

/** The bytes come from the multipart parser alone: nothing in JSON is one. */
export const UploadFileInput = z.strictObject({
  botId,
  path,
  bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
})
export type UploadFileInput = z.input<typeof UploadFileInput>
