import type { ChatMessage, Waiting } from "#catalog/messages.ts"
import type { Problem } from "#server/errors/problem.ts"

export interface RestTurn {
  readonly messages: ChatMessage[]
  readonly waiting: Waiting | null
}
export interface RestStart extends RestTurn {
  readonly conversation: { id: string; token: string }
}

/** Calls REST the way a developer does; gives the status and the JSON. */
export function openRest(url: string) {
  const call = async <T>(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string>; raw?: string } = {},
  ) => {
    const body =
      options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
    const headers: Record<string, string> =
      body === undefined ? {} : { "content-type": "application/json" }
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...options.headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    const json: unknown = text === "" ? null : JSON.parse(text)
    // The caller names what it expects; the test's own assertions look at it.
    return { status: response.status, headers: response.headers, json: json as T }
  }
  return {
    call,
    problem: (method: string, path: string, options?: Parameters<typeof call>[2]) =>
      call<Problem>(method, path, options),
    start: (bot: string, body: unknown = {}, headers: Record<string, string> = {}) =>
      call<RestStart>("POST", `/bots/${bot}/conversations`, { body, headers }),
    say: (
      { id, token }: { id: string; token: string },
      body: unknown,
      headers: Record<string, string> = {},
    ) =>
      call<RestTurn>("POST", `/conversations/${id}/messages`, {
        body,
        headers: { authorization: `Bearer ${token}`, ...headers },
      }),
    list: ({ id, token }: { id: string; token: string }, query = "") =>
      call<RestTurn>("GET", `/conversations/${id}/messages${query}`, {
        headers: { authorization: `Bearer ${token}` },
      }),
  }
}

export const textsOf = (messages: readonly ChatMessage[]) => messages.map(({ text }) => text)
