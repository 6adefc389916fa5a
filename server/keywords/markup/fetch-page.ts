import { fromJson } from "#basic"
import type { Json, Value } from "#basic/vm/value.ts"
import { EffectFailed, type HttpReply, type Step } from "../step.ts"
import type { Markup } from "./markup.ts"
import { readMarkup } from "./read-markup.ts"

/**
 * Reads a page of the web through the guard and gives what `extract` takes from it. The journal keeps
 * what was taken, not the page. Reading again is harmless, so a lost outcome is read again.
 *
 * Throws: `EffectFailed`, also "http.answered_with_error" for a status of 400 or more.
 */
export async function fetchPage(
  url: string | undefined,
  step: Step,
  extract: (page: Markup, base: string) => Json,
): Promise<Value> {
  const result = await step.outside("same key", async () => {
    const reply = await fetchDocument(url ?? "", "text/html, application/xhtml+xml", step)
    return extract(readMarkup(reply.body, { isXml: false }), reply.url ?? url ?? "")
  })
  return fromJson(result)
}

/** GET with the headers of the script; only to be called inside `step.outside`. */
export async function fetchDocument(url: string, accept: string, step: Step): Promise<HttpReply> {
  const headers = new Map([["accept", `${accept}, */*;q=0.1`]])
  for (const [name, value] of step.headers) headers.set(name.toLowerCase(), value)
  const reply = await step.request({ method: "GET", url, headers: [...headers], body: null })
  refuseStatus(`GET ${url}`, reply)
  return reply
}

/** Throws `EffectFailed` "http.answered_with_error" for a status of 400 or more. */
export function refuseStatus(what: string, { status }: HttpReply) {
  if (status >= 400)
    throw new EffectFailed(
      "http.answered_with_error",
      `${what} was answered with status ${status}.`,
    )
}
