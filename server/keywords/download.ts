import { cleanName, fromJson, nameOf } from "#basic"
import { downloadFile } from "#basic/keywords/download.ts"
import { loadHeld } from "./files/content.ts"
import { describeFile } from "./files/describe-file.ts"
import { fetchFile } from "./files/fetch-file.ts"
import { keepSource } from "./files/keep-source.ts"
import { readPath, readSource } from "./files/operands.ts"
import { sendFile } from "./files/send.ts"
import { handlerFor } from "./handler.ts"

/** An address is fetched; a file of the drive is given to the person, or its address with AS LINK. */
export const downloadFileHandler = handlerFor(downloadFile, async ({ file, path, name }, step) => {
  const source = readSource(file, "DOWNLOAD")
  const target = path === undefined ? null : readPath(path, "DOWNLOAD")
  if (source.kind === "address") {
    const named = name === undefined || name === "LINK" ? null : cleanName(name)
    const fetched = await fetchFile(step, source.url, target ?? named)
    const value = describeFile(step, fetched)
    return name === "LINK" ? String(value.url) : fromJson(value)
  }
  const found = await loadHeld(step, source.path)
  if (name === "LINK") return String(describeFile(step, found).url)
  if (target !== null) return fromJson(describeFile(step, await keepSource(step, source, target)))
  await sendFile(step, { keyword: "DOWNLOAD", file: found.path, caption: "" })
  return fromJson({ ...describeFile(step, found), name: name ?? nameOf(found.path) })
})
