import type { OrgId } from "#catalog/ids.ts"
import type { Clock } from "#server/clock.ts"
import type { Outbound, OutboundResponse } from "#server/infra/outbound/port.ts"
import { type BlobKey, checkKey, type Files, isOwner } from "./port.ts"
import { type S3Credentials, signRequest } from "./sign-request.ts"

export interface S3Settings extends S3Credentials {
  /** Origin of the store: "https://s3.eu-west-1.amazonaws.com". */
  readonly endpoint: string
  readonly bucket: string
}

/** More than a file may have: what is read was written by us. */
const maxAnswerBytes = 64 * 1024 * 1024
const timeoutMs = 60_000

interface Call {
  readonly method: "GET" | "PUT" | "DELETE" | "HEAD"
  /** Below the bucket, without a slash in front; empty for the bucket itself. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

/**
 * Keeps contents in an S3-compatible store, under `<org>/<id>` of a bucket.
 *
 * Every call goes through the outbound guard. Throws Error with the status and the store's own code when
 * it refuses; what it says besides stays out of messages.
 */
export function createObjectStore(settings: S3Settings, outbound: Outbound, clock: Clock): Files {
  const call = (request: Call) => send(settings, outbound, clock, request)
  return {
    put: async (key, bytes) => {
      await expectDone(call({ method: "PUT", key: nameOf(key), body: bytes }))
    },
    get: async (key) => {
      const answer = await call({ method: "GET", key: nameOf(key) })
      if (answer.status === 404) return null
      return checkAnswer(answer).body
    },
    delete: async (key) => {
      await expectDone(call({ method: "DELETE", key: nameOf(key) }))
    },
    listOwners: async () => {
      const names = await listAll(call, { delimiter: "/" }, "Prefix")
      return names.map((name) => name.replace(/\/$/, "")).filter(isOwner)
    },
    deleteOwner: async (orgId: OrgId) => {
      if (!isOwner(orgId)) return
      for (const key of await listAll(call, { prefix: `${orgId}/` }, "Key"))
        await expectDone(call({ method: "DELETE", key }))
    },
    check: async () => {
      await expectDone(call({ method: "HEAD" }))
    },
  }
}

function nameOf(key: BlobKey): string {
  checkKey(key)
  return `${key.orgId}/${key.blobId}`
}

async function send(
  settings: S3Settings,
  outbound: Outbound,
  clock: Clock,
  { method, key = "", query = {}, body = new Uint8Array() }: Call,
): Promise<OutboundResponse> {
  const url = new URL(`/${settings.bucket}${key === "" ? "" : `/${key}`}`, settings.endpoint)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const headers = signRequest({ method, url, body }, settings, clock.now())
  return outbound.request({
    ...{ method, url: url.href, headers, timeoutMs },
    ...(method === "PUT" && { body }),
    maxBytes: maxAnswerBytes,
  })
}

async function expectDone(answer: Promise<OutboundResponse>): Promise<void> {
  checkAnswer(await answer)
}

function checkAnswer(answer: OutboundResponse): OutboundResponse {
  if (answer.status < 300) return answer
  const code = readElements(new TextDecoder().decode(answer.body.slice(0, 4_000)), "Code")[0]
  throw new Error(`The file store answered ${answer.status} ${code?.slice(0, 60) ?? ""}`.trim())
}

/** Reads every page of a listing. */
async function listAll(
  call: (request: Call) => Promise<OutboundResponse>,
  query: Readonly<Record<string, string>>,
  element: "Key" | "Prefix",
): Promise<string[]> {
  const found: string[] = []
  let token: string | undefined
  do {
    const page = { ...query, "list-type": "2", ...(token && { "continuation-token": token }) }
    const text = new TextDecoder().decode(
      checkAnswer(await call({ method: "GET", query: page })).body,
    )
    const inside = element === "Key" ? text : readElements(text, "CommonPrefixes").join("")
    found.push(...readElements(inside, element))
    token = readElements(text, "NextContinuationToken")[0]
  } while (token)
  return found
}

/** The contents of elements by name. Our keys are ids, so that nothing in them is escaped. */
function readElements(text: string, name: string): string[] {
  return text
    .split(`<${name}>`)
    .slice(1)
    .map((part) => part.split(`</${name}>`)[0] ?? "")
}
