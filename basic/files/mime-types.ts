/** What a file is by its extension; the content decides where it says something. */
const byExtension: Readonly<Record<string, string>> = {
  aac: "audio/aac",
  avif: "image/avif",
  bmp: "image/bmp",
  css: "text/css",
  csv: "text/csv",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  eml: "message/rfc822",
  flac: "audio/flac",
  gif: "image/gif",
  gz: "application/gzip",
  heic: "image/heic",
  htm: "text/html",
  html: "text/html",
  ics: "text/calendar",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  m4a: "audio/mp4",
  md: "text/markdown",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  odt: "application/vnd.oasis.opendocument.text",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  rtf: "application/rtf",
  svg: "image/svg+xml",
  tsv: "text/tab-separated-values",
  txt: "text/plain",
  wasm: "application/wasm",
  wav: "audio/wav",
  webm: "video/webm",
  webp: "image/webp",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  yaml: "application/yaml",
  yml: "application/yaml",
  zip: "application/zip",
}

/** The type an extension stands for, without a dot; null when it stands for none we know. */
export const mimeTypeOf = (extension: string): string | null =>
  Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null

/** The extension files of a type have; "bin" for a type we do not know. */
export const extensionFor = (mimeType: string): string =>
  Object.entries(byExtension).find(([, type]) => type === mimeType)?.[0] ?? "bin"

/** What kind of thing a file is: the types of HEAR that take it, and the way a chat shows it. */
export type FileSort = "image" | "audio" | "video" | "document" | "file"

const documentTypes =
  /^(application\/(pdf|msword|rtf|json|vnd\.(openxml|oasis|ms-excel)[\w.-]*)|text\/(plain|csv|markdown|html|tab-separated-values|calendar))$/

export const sortOf = (mimeType: string): FileSort => {
  // A picture that can hold a script is not shown as one.
  if (mimeType === "image/svg+xml") return "file"
  const family = mimeType.slice(0, mimeType.indexOf("/"))
  if (family === "image" || family === "audio" || family === "video") return family
  return documentTypes.test(mimeType) ? "document" : "file"
}
