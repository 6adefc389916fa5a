import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"

/** A part of the published program that listens to something. */
export interface EventHandler {
  /** Lower case; empty for every one. */
  readonly subject: string
  readonly filters: Readonly<Record<string, string>>
  readonly script: string
  readonly entry: string | null
  readonly versionId: string
}

/** The name by which subjects are compared: of tables, events, forms, endpoints. */
export function subjectOf(name: string): string {
  return name.trim().toLowerCase()
}

/**
 * Finds who listens to this kind of event: those that name the subject, and those that name none, in the
 * order of the program.
 *
 * Reads: `event_handlers`.
 */
export async function findHandlers(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  kind: string,
  subject: string,
): Promise<EventHandler[]> {
  return await tx.rows<EventHandler>(
    `select subject, filters, script, entry, version_id as "versionId" from event_handlers
     where org_id = $1 and bot_id = $2 and kind = $3 and subject in ('', $4) order by number`,
    [orgId, botId, kind, subjectOf(subject)],
  )
}
