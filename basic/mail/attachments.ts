import { encodeBase64 } from "../digests/base64.ts"
import { encodeUtf8 } from "../digests/utf8.ts"
import { drawingName, isDrawing } from "../files/drawing.ts"
import { toJson } from "../vm/json.ts"
import { type Json, ListValue, type Value } from "../vm/value.ts"

/** What a mail takes along: something whose content is at hand, or a path into the drive. */
export type AttachmentWords =
  | { readonly name: string; readonly type: string; readonly base64: string }
  | { readonly path: string; readonly name: string | null }

/** Reads a list, one attachment, or nothing. Null when a value is none: a number, or a map without content and path. */
export const readAttachments = (value: Value): AttachmentWords[] | null => {
  if (value === null || value === "") return []
  const items = value instanceof ListValue ? value.items : [value]
  const found = items.map((item) => readAttachment(toJson(item)))
  return found.every((one) => one !== null) ? found : null
}

const readAttachment = (value: Json): AttachmentWords | null => {
  if (isDrawing(value))
    return {
      name: drawingName,
      type: "image/svg+xml",
      base64: encodeBase64(encodeUtf8(value)),
    }
  if (typeof value === "string") return value.trim() === "" ? null : { path: value, name: null }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null
  const { name, path } = value
  const plainName = typeof name === "string" && name !== "" ? name : null
  const type = value.content_type ?? value.mime_type ?? value.type
  const plainType =
    typeof type === "string" && type.includes("/") ? type : "application/octet-stream"
  if (typeof value.content === "string")
    return {
      name: plainName ?? "attachment.txt",
      type: plainType,
      base64: encodeBase64(encodeUtf8(value.content)),
    }
  if (typeof value.base64 === "string")
    return { name: plainName ?? "attachment", type: plainType, base64: value.base64 }
  return typeof path === "string" ? { path, name: plainName } : null
}
