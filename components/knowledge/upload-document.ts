import { readOrganizationId } from "../api/organization-choice.ts"
import { UploadRefused } from "../files/upload-file.ts"

/** Uploads one document into a knowledge base and tells how far it is, from 0 to 1. Throws: `UploadRefused`. */
export function uploadDocument(
  botId: string,
  baseId: string,
  file: File,
  onProgress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open("POST", `/api/dashboard/bots/${encodeURIComponent(botId)}/knowledge/${baseId}`)
    call.setRequestHeader("x-botwright-org", readOrganizationId() ?? "")
    call.responseType = "json"
    call.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    call.onerror = () => reject(new UploadRefused("network"))
    call.onload = () => {
      if (call.status < 300) return resolve()
      const { code } = (call.response ?? {}) as { code?: string }
      reject(new UploadRefused(code ?? "network"))
    }
    const form = new FormData()
    form.set("file", file)
    call.send(form)
  })
}
