import { normalizeScriptName } from "#basic"
import type { OrgTx } from "#db/transaction.ts"
import type { Publication } from "../publication.ts"
import { subjectOf } from "./find-handlers.ts"

/** The kind of a handler that WEBHOOK declares. */
export const endpointKind = "endpoint"

/** Makes a version's webhooks and ON ... END ON the ones that listen. Writes: `event_handlers`. */
export async function applyHandlers(
  tx: OrgTx,
  { orgId, botId, versionId, declarations }: Publication,
): Promise<void> {
  const endpoints = declarations.webhooks.map(({ endpoint, method, inScript }) => ({
    ...{ kind: endpointKind, subject: endpointOf(endpoint), entry: null },
    filters: method === null ? {} : { method },
    script: normalizeScriptName(inScript),
  }))
  const events = declarations.events.map(({ kind, subject, filters, entry, inScript }) => ({
    ...{ filters, entry, script: normalizeScriptName(inScript) },
    ...placeOf(kind, subject ?? ""),
  }))
  await tx.rows("delete from event_handlers where org_id = $1 and bot_id = $2", [orgId, botId])
  await tx.rows(
    `insert into event_handlers (org_id, bot_id, version_id, number, kind, subject, filters, script, entry)
     select $1, $2, $3, h.number, h.kind, h.subject, h.filters, h.script, h.entry
     from rows from (jsonb_to_recordset($4::text::jsonb) as (
       kind text, subject text, filters jsonb, script text, entry text)
     ) with ordinality as h(kind, subject, filters, script, entry, number)`,
    [orgId, botId, versionId, JSON.stringify([...endpoints, ...events])],
  )
}

/** ON WEBHOOK "order" is a webhook whose body runs instead of the whole script. */
function placeOf(kind: string, subject: string): { kind: string; subject: string } {
  if (kind === "webhook") return { kind: endpointKind, subject: endpointOf(subject) }
  return { kind, subject: kind === "folder" ? folderOf(subject) : subjectOf(subject) }
}

/** `/order/new/` and `order/new` are one endpoint; capitals count, as in any address. */
export function endpointOf(path: string): string {
  return path.trim().replace(/^\/+|\/+$/g, "")
}

/** Folders are compared from the root of the drive. */
function folderOf(path: string): string {
  return subjectOf(endpointOf(path.replaceAll("\\", "/")))
}
