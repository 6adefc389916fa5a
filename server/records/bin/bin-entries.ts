import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"

/** How long a deleted bot or flow can be brought back. */
export const binDays = 30

export const binDue = (now: Date): Date => new Date(now.getTime() + binDays * 86_400_000)

/** Lets the rest of this transaction see the bots that lie in the bin: nobody else does. */
export async function openBin(tx: OrgTx): Promise<void> {
  await tx.rows("select set_config('app.bin', 'on', true)")
}

/** The tables whose rows make a bot act by itself. */
const dueTables = ["timers", "schedules", "inbound_events", "outbox", "mails"] as const

/** What was due for a bot when it was deleted. */
export type KeptDues = Readonly<Partial<Record<(typeof dueTables)[number], Record<string, string>>>>

const ofBot = (table: (typeof dueTables)[number]): string =>
  table === "outbox"
    ? "t.conversation_id in (select c.id from conversations c where c.org_id = $1 and c.bot_id = $2)"
    : "t.bot_id = $2"

/** Takes everything that is due for a bot off the clock; gives what it was. */
export async function silenceBot(tx: OrgTx, orgId: OrgId, botId: string): Promise<KeptDues> {
  const kept: Partial<Record<(typeof dueTables)[number], Record<string, string>>> = {}
  for (const table of dueTables) {
    const rows = await tx.rows<{ id: string; due: Date }>(
      `with before as (
         select t.id, t.due from ${table} t
         where t.org_id = $1 and ${ofBot(table)} and t.due is not null for update
       )
       update ${table} t set due = null from before
       where t.org_id = $1 and t.id = before.id returning t.id, before.due`,
      [orgId, botId],
    )
    if (rows.length > 0)
      kept[table] = Object.fromEntries(rows.map(({ id, due }) => [id, due.toISOString()]))
  }
  return kept
}

/** Puts back on the clock what `silenceBot` took off it. */
export async function wakeBot(tx: OrgTx, orgId: OrgId, kept: KeptDues): Promise<void> {
  for (const table of dueTables) {
    const dues = Object.entries(kept[table] ?? {})
    if (dues.length === 0) continue
    await tx.rows(
      `update ${table} t set due = k.due::timestamptz from unnest($2::text[], $3::text[]) as k(id, due)
       where t.org_id = $1 and t.id = k.id and t.due is null`,
      [orgId, dues.map(([id]) => id), dues.map(([, due]) => due)],
    )
  }
}

/** Deletes for good what has lain in the bin long enough. Nothing happens when it is not due. */
export async function purgeEntry(
  tx: OrgTx,
  orgId: OrgId,
  id: string,
  now: Date | null,
): Promise<void> {
  await openBin(tx)
  const [entry] = await tx.rows<{ kind: string; botId: string }>(
    `delete from bin_entries where org_id = $1 and id = $2 and ($3::timestamptz is null or due <= $3)
     returning kind, bot_id as "botId"`,
    [orgId, id, now],
  )
  if (entry?.kind !== "bot") return
  // The row that is published and staged holds on to its versions.
  await tx.rows("delete from bots where org_id = $1 and id = $2 and deleted_at is not null", [
    orgId,
    entry.botId,
  ])
}
