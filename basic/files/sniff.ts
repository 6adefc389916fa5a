import { mimeTypeOf } from "./mime-types.ts"

/** First bytes, as they are written in the descriptions of the formats; `at`: where they begin. */
const signatures: readonly { type: string; at?: number; bytes: string }[] = [
  { type: "image/png", bytes: "\x89PNG\r\n\x1a\n" },
  { type: "image/jpeg", bytes: "\xff\xd8\xff" },
  { type: "image/gif", bytes: "GIF87a" },
  { type: "image/gif", bytes: "GIF89a" },
  { type: "image/bmp", bytes: "BM" },
  { type: "image/webp", at: 8, bytes: "WEBP" },
  { type: "audio/wav", at: 8, bytes: "WAVE" },
  { type: "image/avif", at: 4, bytes: "ftypavif" },
  { type: "image/heic", at: 4, bytes: "ftypheic" },
  { type: "audio/mp4", at: 4, bytes: "ftypM4A" },
  { type: "video/quicktime", at: 4, bytes: "ftypqt" },
  { type: "video/mp4", at: 4, bytes: "ftyp" },
  { type: "audio/mpeg", bytes: "ID3" },
  { type: "audio/mpeg", bytes: "\xff\xfb" },
  { type: "audio/mpeg", bytes: "\xff\xf3" },
  { type: "audio/aac", bytes: "\xff\xf1" },
  { type: "audio/ogg", bytes: "OggS" },
  { type: "audio/flac", bytes: "fLaC" },
  { type: "video/webm", bytes: "\x1a\x45\xdf\xa3" },
  { type: "application/pdf", bytes: "%PDF-" },
  { type: "application/zip", bytes: "PK\x03\x04" },
  { type: "application/zip", bytes: "PK\x05\x06" },
  { type: "application/gzip", bytes: "\x1f\x8b" },
  { type: "application/msword", bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { type: "application/rtf", bytes: "{\\rtf" },
  { type: "application/wasm", bytes: "\0asm" },
]

/** Zip files with a meaning of their own: the extension says which, for the content says only "zip". */
const zipFamilies: ReadonlySet<string> = new Set(["docx", "xlsx", "pptx", "odt"])
/** Text of these is what its name says. Anything else that is text is plain text, or what it shows itself to be. */
const textFamilies: ReadonlySet<string> = new Set([
  ...["csv", "tsv", "md", "json", "ics", "eml", "css", "yaml", "yml", "txt"],
])

/**
 * Says what a content is by its first bytes; the name only chooses between what the bytes allow. Markup
 * that a browser would run is named as such whatever it is called.
 */
export const sniffType = (bytes: Uint8Array, extension: string): string => {
  for (const { type, at = 0, bytes: wanted } of signatures) {
    if (!startsWith(bytes, wanted, at)) continue
    if (type === "application/zip" && zipFamilies.has(extension))
      return mimeTypeOf(extension) ?? type
    if (type === "application/msword" && extension === "xls") return mimeTypeOf("xls") ?? type
    return type
  }
  if (!isText(bytes)) return "application/octet-stream"
  const markup = sniffMarkup(bytes)
  if (markup !== null) return markup
  if (extension === "js") return "text/javascript"
  return textFamilies.has(extension) ? (mimeTypeOf(extension) ?? "text/plain") : "text/plain"
}

const startsWith = (bytes: Uint8Array, wanted: string, at: number): boolean => {
  if (bytes.length < at + wanted.length) return false
  for (let index = 0; index < wanted.length; index++)
    if (bytes[at + index] !== wanted.charCodeAt(index)) return false
  return true
}

const looked = 4096

/** No byte that text does not have, among the first ones. */
const isText = (bytes: Uint8Array): boolean => {
  const end = Math.min(bytes.length, looked)
  for (let index = 0; index < end; index++) {
    const byte = bytes[index] as number
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) return false
  }
  return true
}

const sniffMarkup = (bytes: Uint8Array): string | null => {
  let text = ""
  for (const byte of bytes.subarray(0, looked)) text += String.fromCharCode(byte)
  const lower = text.toLowerCase()
  if (/<svg[\s>]/.test(lower)) return "image/svg+xml"
  if (
    /<(!doctype html|html|head|body|script|iframe|object|embed|img|a|div|table|style|form)[\s>]/.test(
      lower,
    )
  )
    return "text/html"
  return /^\W{0,3}<\?xml/.test(lower) ? "application/xml" : null
}
