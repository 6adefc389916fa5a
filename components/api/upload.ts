import { readOrganizationId } from "./organization-choice.ts"

/** What the server says when it does not take a file, in the form error words are made of. */
export class UploadRefused extends Error {
  override readonly name = "UploadRefused"
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/**
 * Uploads the parts of a form and tells how far it is, from 0 to 1. `path`: below "/api/dashboard". Throws:
 * `UploadRefused`.
 */
export function upload(
  path: string,
  parts: Readonly<Record<string, string | File>>,
  onProgress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open("POST", `/api/dashboard${path}`)
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
    for (const [name, part] of Object.entries(parts)) form.set(name, part)
    call.send(form)
  })
}
