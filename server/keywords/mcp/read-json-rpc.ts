import type { Json } from "#basic/vm/value.ts"
import { isJsonObject, readJsonObject } from "../http/read-json.ts"
import type { HttpReply } from "../step.ts"

/** What a JSON-RPC call came to; `error` holds the other side's words, cut to a sentence's length. */
export type RpcAnswer =
  | { readonly result: { readonly [key: string]: Json } }
  | { readonly error: string }

/**
 * Finds the answer to a call in a reply: one JSON document, or a stream of events among which it stands.
 *
 * Shape: null when there is none with this id.
 */
export function readJsonRpc(reply: HttpReply, id: number): RpcAnswer | null {
  const isStream = /^text\/event-stream\b/i.test(reply.contentType.trim())
  const documents = isStream ? listEvents(reply.body) : [reply.body]
  for (const text of documents) {
    const message = readJsonObject(text)
    if (message?.id !== id) continue
    if (isJsonObject(message.result)) return { result: message.result }
    const error = isJsonObject(message.error) ? message.error.message : null
    return { error: typeof error === "string" ? error.slice(0, 300) : "it failed." }
  }
  return null
}

/** The data of every event of a stream, in order. */
export function listEvents(stream: string): string[] {
  return stream
    .replace(/\r\n?/g, "\n")
    .split("\n\n")
    .map((event) =>
      event
        .split("\n")
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice(5).replace(/^ /, ""))
        .join("\n"),
    )
    .filter((text) => text !== "")
}
