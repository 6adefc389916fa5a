import { fromJson, toJson } from "../vm/json.ts"
import type { Effect } from "../vm/outcome.ts"
import { type Json, ListValue, MapValue } from "../vm/value.ts"

import { operandText, operandValue } from "./operands.ts"
import { failed, type Pretended } from "./pretended.ts"
import type { PretendRequest, PreviewOptions } from "./preview-options.ts"
import type { PretendWorld } from "./world.ts"

/** "session.key" and "user.key" read the context instead of an address. */
const contextPlace = /^(session|user)\.([\p{L}\p{N}_.-]{1,200})$/iu

const readContext = (place: RegExpExecArray, world: PretendWorld, sessionId: string): Json => {
  const isUser = (place[1] as string).toLowerCase() === "user"
  const key = place[2] as string
  if (!isUser && key.toLowerCase() === "id") return sessionId
  const held = world.read(isUser ? "user" : "session", key)
  if (held !== null) return held
  if (isUser ? /^id$/i.test(key) : /^user_id$/i.test(key)) return pretendedContact
  return !isUser && /^channel$/i.test(key) ? "web" : null
}

/** Who talks in a preview. */
const pretendedContact = "con_preview"

const cannedReply = ({ method, url }: PretendRequest): Json => ({ pretend: true, method, url })

const readBody = (operands: Effect["operands"]): Json => {
  const body = operandValue(operands, "body")
  const isJson = body instanceof MapValue || body instanceof ListValue
  return isJson || body === null ? toJson(body) : operandText(operands, "body")
}

/** Answers a request as the preview was told to, or with a canned reply; nothing leaves the machine. */
export const sendPretendRequest = (
  method: PretendRequest["method"],
  operands: Effect["operands"],
  world: PretendWorld,
  options: PreviewOptions,
): Pretended => {
  const url = operandText(operands, "url")
  const place = method === "GET" ? contextPlace.exec(url.trim()) : null
  if (place) {
    const value = readContext(place, world, options.sessionId ?? "")
    return { answer: { kind: "value", value: fromJson(value) }, note: `${url} was read.` }
  }
  const headers = Object.fromEntries(world.headers)
  const request: PretendRequest = { method, url, headers, body: readBody(operands) }
  const reply = options.http?.(request) ?? { body: cannedReply(request) }
  const status = reply.status ?? 200
  if (status >= 400) {
    return failed(
      "http.answered_with_error",
      `${method} ${url} was answered with status ${status}.`,
    )
  }
  return {
    answer: { kind: "value", value: fromJson(reply.body) },
    note: `${method} ${url} was not sent; a pretended reply was given.`,
  }
}
