import { readOrganizationId } from "../api/organization-choice.ts"

/** What the server says when it does not take a file, in the form error words are made of. */
export class UploadRefused extends Error {
  override readonly name = "UploadRefused"
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Uploads one file to a path of a bot's drive and tells how far it is, from 0 to 1. Throws: `UploadRefused`. */
export function uploadFile(
  botId: string,
  path: string,
  file: File,
  onProgress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open("POST", `/api/dashboard/bots/${encodeURIComponent(botId)}/files`)
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
    form.set("path", path)
    form.set("file", file)
    call.send(form)
  })
}
