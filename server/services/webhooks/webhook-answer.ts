import type { Json } from "#basic/vm/value.ts"
import type { TurnResult } from "#server/engine/event.ts"
import { AppError } from "#server/errors/app-error.ts"

/** What the caller of a webhook is answered. */
export interface WebhookAnswer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly contentType: string
  readonly body: string
}

/**
 * Makes the answer: what RETURN gave, else the variable `result`, else those named `result_*`, else what
 * was said. A run that goes on or waits is answered 202.
 *
 * Throws: AppError "webhook.failed" when the script broke off.
 */
export function toWebhookAnswer({ reply, status, waiting, messages }: TurnResult): WebhookAnswer {
  if (status === "running" || (reply === undefined && waiting !== null))
    return json(202, [], { status: "accepted" })
  if (reply === undefined) throw new AppError("webhook.failed")
  const headers = (reply.headers ?? []).filter(([name]) => name !== "content-type")
  const contentType = reply.headers?.find(([name]) => name === "content-type")?.[1]
  const value = pickValue(reply.value, reply.results ?? {}) ?? saidOf(messages)
  const code = reply.status ?? 200
  if (typeof value !== "string" && contentType === undefined) return json(code, headers, value)
  const body = typeof value === "string" ? value : JSON.stringify(value)
  return { status: code, headers, contentType: contentType ?? "text/plain; charset=utf-8", body }
}

function pickValue(returned: Json, { result, ...others }: Readonly<Record<string, Json>>): Json {
  if (returned !== null) return returned
  if (result !== undefined) return result
  const named = Object.entries(others).map(([name, value]) => [name.slice("result_".length), value])
  return named.length === 0 ? null : Object.fromEntries(named)
}

function saidOf(messages: TurnResult["messages"]): Json {
  const said = messages.map(({ text }) => text).filter((text) => text !== "")
  return said.length === 0 ? { ok: true } : { ok: true, messages: said }
}

function json(status: number, headers: WebhookAnswer["headers"], value: Json): WebhookAnswer {
  return { status, headers, contentType: "application/json", body: JSON.stringify(value) }
}
