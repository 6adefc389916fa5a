import type { Outbound } from "#server/infra/outbound/port.ts"
import { explainFailure, explainStatus } from "./explain-failure.ts"
import { type ModelAccount, ModelFailure } from "./port.ts"

interface ServiceCall {
  /** Behind the account's address, with a slash. */
  readonly path: string
  readonly type: string
  /** Null for a question without one, which is a GET. */
  readonly body: string | Uint8Array | null
  /** Units: ms since 1970. */
  readonly deadline: number
  readonly maxBytes: number
}

/** Sends one request to an account, with its key, and gives the body of the answer. Throws: `ModelFailure`. */
export async function callService(
  outbound: Outbound,
  { provider, url, key }: ModelAccount,
  { path, type, body, deadline, maxBytes }: ServiceCall,
): Promise<Uint8Array> {
  const timeoutMs = Math.max(1, deadline - Date.now())
  const answer = await outbound
    .request({
      ...{ method: body === null ? "GET" : "POST", url: `${url}${path}`, timeoutMs, maxBytes },
      ...(body !== null && { body }),
      headers: {
        ...(body !== null && { "content-type": type }),
        ...(key !== null && keyOf(provider.protocol, key)),
      },
    })
    .catch((error: unknown) => {
      throw explainFailure(error, provider.label)
    })
  if (answer.status >= 200 && answer.status < 300) return answer.body
  throw explainStatus(answer.status, answer.headers.get("retry-after"), provider.label)
}

/** The same, for an answer that is JSON. */
export async function callJson(
  outbound: Outbound,
  account: ModelAccount,
  call: ServiceCall,
): Promise<unknown> {
  const bytes = await callService(outbound, account, call)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw noAnswer(account)
  }
}

export const noAnswer = ({ provider }: ModelAccount): ModelFailure =>
  new ModelFailure(
    "model.broke_off",
    `${provider.label} answered with something that is no answer.`,
  )

const keyOf = (protocol: string, key: string): Readonly<Record<string, string>> =>
  protocol === "google" ? { "x-goog-api-key": key } : { authorization: `Bearer ${key}` }
