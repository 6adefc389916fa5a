import { fromJson, toJson, toText } from "#basic"
import { type Json, ListValue, MapValue, type Value } from "#basic/vm/value.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import {
  EffectFailed,
  type HttpReply,
  type HttpRequest,
  type Step,
  type UnknownOutcome,
} from "../step.ts"
import { readJson } from "./read-json.ts"

export interface Sending {
  readonly method: HttpRequest["method"]
  readonly url: string | undefined
  readonly body?: Value | undefined
  readonly contentType?: string | undefined
  readonly unknown: UnknownOutcome
}

/**
 * Sends one request and gives the decoded body: JSON as a value, anything else as text.
 *
 * The journal's key goes along as `Idempotency-Key` with everything but GET, unless the script set one.
 * Throws `EffectFailed`: what the guard refuses, and "http.answered_with_error" for a status of 400 or more.
 */
export async function sendRequest(given: Sending, step: Step): Promise<Value> {
  const sending = { ...given, url: await completeUrl(given, step) }
  const result = await step.outside(sending.unknown, async (key) => {
    const reply = await step.request(toRequest(sending, key, step.headers))
    return decodeReply(sending, reply)
  })
  return fromJson(result)
}

/** "/api/orders" is a path of the service that the setting `http-base-url` names. */
async function completeUrl({ method, url = "" }: Sending, step: Step): Promise<string> {
  if (!/^\/(?!\/)/.test(url)) return url
  const base = (await step.setting("http-base-url"))?.trim().replace(/\/+$/, "") ?? ""
  if (base === "") throw serviceNotSetUp(`${method} ${url.slice(0, 60)}`, "http-base-url")
  return `${base}${url}`
}

/** The request with the headers of the script, its body encoded, and the key of the journal. */
export function toRequest(
  sending: Sending,
  key: string,
  own: ReadonlyMap<string, string>,
): HttpRequest {
  const headers = new Map([...own].map(([name, value]) => [name.toLowerCase(), value]))
  const body = encodeBody(sending.body)
  if (!headers.has("accept")) headers.set("accept", "application/json, text/plain;q=0.9, */*;q=0.5")
  if (body !== null && sending.contentType) headers.set("content-type", sending.contentType)
  else if (body !== null && !headers.has("content-type"))
    headers.set("content-type", guessContentType(sending.body ?? null, body))
  if (sending.method !== "GET" && !headers.has("idempotency-key"))
    headers.set("idempotency-key", key)
  return { method: sending.method, url: sending.url ?? "", headers: [...headers], body }
}

function encodeBody(body: Value | undefined): string | null {
  if (body === undefined || body === null) return null
  if (body instanceof MapValue || body instanceof ListValue) return JSON.stringify(toJson(body))
  return toText(body)
}

function guessContentType(value: Value, body: string): string {
  if (typeof value !== "string") return "application/json"
  return /^\s*[[{]/.test(body) ? "application/json" : "text/plain; charset=utf-8"
}

function decodeReply({ method, url }: Sending, reply: HttpReply): Json {
  if (reply.status >= 400)
    throw new EffectFailed(
      "http.answered_with_error",
      `${method} ${url} was answered with status ${reply.status}.`,
    )
  if (reply.body === "") return null
  if (!/\bjson\b/i.test(reply.contentType) && !/^\s*[[{]/.test(reply.body)) return reply.body
  const parsed = readJson(reply.body)
  return parsed === undefined ? reply.body : parsed
}
