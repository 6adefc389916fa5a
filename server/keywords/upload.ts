import { cleanName, fromJson, joinPath, nameOf } from "#basic"
import { uploadFile } from "#basic/keywords/upload.ts"
import { keepSource } from "./files/keep-source.ts"
import { readFolder, readPath, readSource } from "./files/operands.ts"
import { describeWritten } from "./files/write-value.ts"
import { handlerFor } from "./handler.ts"

/** Without a place the file goes into the folder "uploads" of the drive. */
export const uploadFileHandler = handlerFor(
  uploadFile,
  async ({ file, folder, name, path }, step) => {
    const source = readSource(file, "UPLOAD")
    const from = source.kind === "path" ? source.path : new URL(source.url).pathname
    const called = cleanName(name ?? nameOf(from))
    const below = folder === undefined ? "uploads" : readFolder(folder, "UPLOAD")
    const target = path === undefined ? joinPath(below, called) : readPath(path, "UPLOAD")
    const kept = await keepSource(step, source, readPath(target, "UPLOAD"))
    const { mimeType, sha256 } = kept
    return fromJson({
      ...describeWritten(kept),
      filename: nameOf(kept.path),
      mime_type: mimeType,
      sha256,
    })
  },
)
