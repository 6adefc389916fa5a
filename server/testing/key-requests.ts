import type { Operation } from "#server/api/operation.ts"

/** The ids that stand in addresses, by the names that tests give them. */
export type RequestIds = Readonly<Record<string, string>>

/** Bodies that are right for each operation that takes JSON. */
export const keyBodies: Readonly<Record<string, object>> = {
  createBot: { name: "By key" },
  writeFlow: { source: 'TALK "x"\n' },
  publishBot: { baseRevision: 1 },
  createBase: { name: "Manuals" },
  searchKnowledge: { text: "What is it?" },
}

export const takesFile = ({ operationId }: Operation): boolean =>
  operationId === "importPackage" || operationId === "addDocument"

/** The address of an operation with these ids in it. */
export const addressOf = ({ path }: Operation, ids: RequestIds): string =>
  path
    .replace("{bot}", ids.slug ?? "")
    .replace("{flow}", "start")
    .replace("{base}", ids.baseId ?? "")
    .replace("{document}", ids.documentId ?? "")
    .replace("{conversation}", ids.conversationId ?? "")

export function fileForm(text = "Opening hours: nine to five.", name = "hours.txt"): FormData {
  const form = new FormData()
  form.set("file", new File([text], name))
  return form
}

export function packageForm(bytes: Uint8Array, name?: string): FormData {
  const form = new FormData()
  form.set("file", new File([new Uint8Array(bytes)], "bot.zip"))
  if (name !== undefined) form.set("name", name)
  return form
}

export interface KeyRequest {
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
}

/** Asks the API as a program with a key does. */
export function openKeyRequests(url: string) {
  async function send(method: string, address: string, request: KeyRequest = {}) {
    const { key, headers = {}, body } = request
    const response = await fetch(`${url}/api/v1${address}`, {
      method: method.toUpperCase(),
      headers: { ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers },
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get("content-type") ?? "")
    // What it holds, the test that asks says itself.
    const json = isJson ? JSON.parse(text) : null
    return { status: response.status, headers: response.headers, text, json }
  }
  /** Asks for an operation with a right input. */
  function ask(operation: Operation, ids: RequestIds, request: KeyRequest = {}) {
    const json = keyBodies[operation.operationId]
    const right: KeyRequest = takesFile(operation)
      ? { body: fileForm() }
      : json === undefined
        ? {}
        : { body: JSON.stringify(json), headers: { "content-type": "application/json" } }
    const headers = { ...right.headers, ...request.headers }
    return send(operation.method, addressOf(operation, ids), { ...right, ...request, headers })
  }
  return { send, ask }
}
