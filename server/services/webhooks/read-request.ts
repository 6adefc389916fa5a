import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ReceiveInput } from "./schema.ts"

/** What a script finds of the request that started it. */
export interface ReadRequest {
  readonly params: Readonly<Record<string, Json>>
  readonly body: Json
  readonly headers: Readonly<Record<string, string>>
  readonly method: string
  readonly path: string
}

/** Nothing that proves who somebody is, or tells of the way the request took. */
const hidden =
  /^(authorization|cookie|proxy-.*|x-forwarded-.*|forwarded|x-real-ip|cf-.*|botwright-.*|connection|host|content-length|transfer-encoding)$/

/** Headers by which senders name an event, so that it counts once however often it is delivered. */
const eventHeaders = [
  "idempotency-key",
  "webhook-id",
  "svix-id",
  "x-github-delivery",
  "x-gitlab-event-uuid",
  "x-shopify-webhook-id",
  "x-event-id",
  "x-webhook-id",
]

/** Reads a request for a script. Throws: AppError "request.malformed", "request.type_refused". */
export function readRequest(input: ReceiveInput): ReadRequest {
  const shown = input.headers.filter(([name]) => !hidden.test(name)).slice(0, 60)
  return {
    params: input.params,
    body: readBody(input.contentType, Buffer.from(input.body).toString("utf8")),
    headers: Object.fromEntries(shown.map(([name, value]) => [name, value.slice(0, 4_000)])),
    method: input.method,
    path: `/${input.endpoint}`,
  }
}

/** The id of an event, within its endpoint; null when the sender names none. */
export function readEventKey({ headers, endpoint }: ReceiveInput): string | null {
  for (const wanted of eventHeaders) {
    const value = headers.find(([name]) => name === wanted)?.[1].trim()
    if (!value) continue
    if (value.length <= limits.idempotencyKeyChars && /^[\x21-\x7e ]+$/.test(value))
      return `${endpoint}\n${wanted}\n${value}`
  }
  return null
}

function readBody(contentType: string, text: string): Json {
  if (text === "") return null
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? ""
  if (/^application\/([\w.-]+\+)?json$/.test(type)) return parseJson(text)
  if (type === "application/x-www-form-urlencoded") return readFields(new URLSearchParams(text))
  if (type.startsWith("text/") || /^application\/([\w.-]+\+)?xml$/.test(type)) return text
  throw new AppError("request.type_refused", { type: type === "" ? "no type" : type.slice(0, 80) })
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError("request.malformed", { expected: "JSON" }, { cause })
  }
}

/** A field that comes several times is a list. */
export function readFields(fields: URLSearchParams): Record<string, Json> {
  const names = [...new Set(fields.keys())].slice(0, 500)
  return Object.fromEntries(
    names.map((name) => {
      const all = fields.getAll(name)
      return [name, all.length === 1 ? (all[0] ?? "") : all]
    }),
  )
}
