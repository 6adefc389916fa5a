import type { OpenPermission, Permission } from "#catalog/permissions.ts"
import { appRouter } from "#server/trpc/router.ts"

/** One procedure of the router, as the generated tests see it. */
export interface ListedProcedure {
  readonly name: string
  readonly type: "query" | "mutation" | "subscription"
  /** Undefined where somebody forgot to declare it. */
  readonly permission: Permission | OpenPermission | undefined
}

/** Lists every procedure there is, so that a new one is tested without a line written for it. */
export function listProcedures(): ListedProcedure[] {
  return Object.entries(appRouter._def.procedures)
    .map(([name, procedure]) => {
      const { type, meta } = definitionOf(procedure)
      return { name, type, permission: meta?.permission }
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** Calls a procedure by its name, with any input. */
export async function callProcedure(
  send: (path: string, init?: RequestInit) => Promise<Response>,
  procedure: ListedProcedure,
  orgId: string | null,
  input: unknown,
): Promise<{ status: number; text: string; code: string }> {
  const headers: Record<string, string> = { "content-type": "application/json" }
  if (orgId !== null) headers["x-botwright-org"] = orgId
  const path = `/api/trpc/${procedure.name}`
  const response =
    procedure.type === "query"
      ? await send(`${path}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
      : await send(path, { method: "POST", headers, body: JSON.stringify(input) })
  const text = await response.text()
  const code: unknown = JSON.parse(text).error?.data?.problem?.code
  return { status: response.status, text, code: typeof code === "string" ? code : "ok" }
}

/** One call among several that travel together, and what it was answered. */
export interface ListedCall {
  readonly procedure: ListedProcedure
  readonly input: unknown
}
export interface ListedAnswer {
  readonly status: number
  readonly code: string
  readonly text: string
}

/** The server takes so many calls in one request. */
const batchSize = 20

/**
 * Calls procedures as the dashboard does when a page makes several calls at once: in batches, which
 * spares sweeps of thousands of calls most of their requests. Gives the answers in the order of the calls.
 */
export async function callTogether(
  send: (path: string, init?: RequestInit) => Promise<Response>,
  orgId: string | null,
  calls: readonly ListedCall[],
): Promise<ListedAnswer[]> {
  const answers: ListedAnswer[] = []
  for (const type of ["query", "mutation"] as const) {
    const places = [...calls.keys()].filter((place) => calls[place]?.procedure.type === type)
    for (let at = 0; at < places.length; at += batchSize) {
      const batch = places.slice(at, at + batchSize)
      const part = batch.flatMap((place) => calls[place] ?? [])
      const told = await sendBatch(send, orgId, type, part)
      for (const [index, place] of batch.entries()) answers[place] = readAnswer(told[index])
    }
  }
  return answers
}

async function sendBatch(
  send: (path: string, init?: RequestInit) => Promise<Response>,
  orgId: string | null,
  type: "query" | "mutation",
  calls: readonly ListedCall[],
): Promise<unknown[]> {
  const headers: Record<string, string> = { "content-type": "application/json" }
  if (orgId !== null) headers["x-botwright-org"] = orgId
  const path = `/api/trpc/${calls.map(({ procedure }) => procedure.name).join(",")}?batch=1`
  const body = JSON.stringify(Object.fromEntries(calls.map(({ input }, index) => [index, input])))
  const response =
    type === "query"
      ? await send(`${path}&input=${encodeURIComponent(body)}`, { headers })
      : await send(path, { method: "POST", headers, body })
  const told = await response.json()
  if (!Array.isArray(told) || told.length !== calls.length)
    throw new Error(`A batch of ${calls.length} was answered: ${JSON.stringify(told)}`)
  return told
}

function readAnswer(told: unknown): ListedAnswer {
  const { error } = told as { error?: { data?: { problem?: { status: number; code: string } } } }
  const text = JSON.stringify(told)
  if (error === undefined) return { status: 200, code: "ok", text }
  const { status = 0, code = "none" } = error.data?.problem ?? {}
  return { status, code, text }
}

interface Definition {
  readonly type: ListedProcedure["type"]
  readonly meta?: { readonly permission?: ListedProcedure["permission"] }
}

/** At run time tRPC's record is flat, "bots.list" and so on; its types still nest the routers. */
function definitionOf(procedure: object): Definition {
  return (procedure as { _def: Definition })._def
}
