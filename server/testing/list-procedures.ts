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

interface Definition {
  readonly type: ListedProcedure["type"]
  readonly meta?: { readonly permission?: ListedProcedure["permission"] }
}

/** At run time tRPC's record is flat, "bots.list" and so on; its types still nest the routers. */
function definitionOf(procedure: object): Definition {
  return (procedure as { _def: Definition })._def
}
