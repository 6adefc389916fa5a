import { ApiError } from "../api-error.ts"
import type { HttpOptions } from "../http.ts"
import type { TurnAnswer } from "./types.ts"

/** The kinds of question that are answered by a file, each with what a file field accepts for it. */
const accepts: Readonly<Record<string, string>> = {
  file: "",
  image: "image/*",
  qrcode: "image/*",
  audio: "audio/*",
  video: "video/*",
  document: ".pdf,.doc,.docx,.odt,.rtf,.txt,.md,.csv,.xls,.xlsx,.pptx,.html,.json",
}

/** Units: bytes. A larger file is refused by the server. */
export const maxUploadBytes = 25 * 1024 * 1024

/** What a file field accepts for a question; null when it is not answered by a file. */
export function acceptFor(kind: string | undefined): string | null {
  return kind !== undefined && Object.hasOwn(accepts, kind) ? (accepts[kind] ?? null) : null
}

/** Questions that are answered in words, and so by a voice message as well. */
const spoken: ReadonlySet<string> = new Set(
  "text name integer number money boolean date hour mobile language color menu audio".split(" "),
)
export const takesVoice = (kind: string | undefined): boolean =>
  kind !== undefined && spoken.has(kind)

interface UploadRequest {
  /** Below `/api/v1`, with its leading slash. */
  readonly path: string
  readonly token: string
  readonly idempotencyKey: string
  readonly file: File
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void
}

/** Sends a file and tells how far it is. Throws: `ApiError`; code "network.unreachable" when nothing answered. */
export function uploadFile({ origin }: HttpOptions, request: UploadRequest): Promise<TurnAnswer> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open("POST", `${origin}/api/v1${request.path}`)
    call.setRequestHeader("authorization", `Bearer ${request.token}`)
    call.setRequestHeader("idempotency-key", request.idempotencyKey)
    call.responseType = "json"
    call.upload.onprogress = ({ loaded, total }) => request.onProgress(total ? loaded / total : 0)
    call.onerror = () =>
      reject(
        new ApiError({
          ...{ code: "network.unreachable", status: 0 },
          message: "The server could not be reached.",
          fix: "Check the connection, then try again.",
        }),
      )
    call.onload = () =>
      call.status < 300 ? resolve(call.response as TurnAnswer) : reject(toError(call))
    const form = new FormData()
    form.set("file", request.file)
    call.send(form)
  })
}

function toError({ status, response }: XMLHttpRequest): ApiError {
  const problem = (response ?? {}) as { code?: string; detail?: string; fix?: string }
  return new ApiError({
    code: problem.code ?? "network.unreachable",
    status,
    message: problem.detail ?? "The file was not taken.",
    fix: problem.fix ?? "Try again.",
  })
}
