import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { storableJson, storableText } from "../storable.ts"

export interface Lead {
  readonly name: string
  readonly facts: Readonly<Record<string, Json>>
  /** What was added to the score of the facts. */
  readonly bonus: number
}

/** Keeps a lead under its name; facts that are known already are taken over by the new ones. */
export async function saveLead(
  tx: OrgTx,
  { orgId, botId, nowMs }: RecordPlace,
  name: string,
  facts: Readonly<Record<string, Json>>,
): Promise<Lead> {
  const [row] = await tx.rows<Lead>(
    `insert into leads (org_id, bot_id, name, facts, created_at, updated_at)
     values ($1, $2, $3, $4::text::jsonb, $5, $5)
     on conflict (org_id, bot_id, name)
     do update set facts = leads.facts || excluded.facts, updated_at = excluded.updated_at
     returning name, facts, bonus`,
    [orgId, botId, cutName(name), storableJson(facts), new Date(nowMs)],
  )
  return row ?? { name, facts, bonus: 0 }
}

/** Finds a lead by its name; one nobody has written down has no facts. */
export async function findLead(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  name: string,
): Promise<Lead> {
  const [row] = await tx.rows<Lead>(
    "select name, facts, bonus from leads where org_id = $1 and bot_id = $2 and name = $3",
    [orgId, botId, cutName(name)],
  )
  return row ?? { name, facts: {}, bonus: 0 }
}

const keptReasons = 50

/** Adds to the score of a lead, with the reason; the last fifty reasons are kept. */
export async function addToScore(
  tx: OrgTx,
  place: RecordPlace,
  name: string,
  { delta, reason }: { readonly delta: number; readonly reason: string },
): Promise<Lead> {
  const { orgId, botId, nowMs } = place
  await saveLead(tx, place, name, {})
  const entry = { delta, reason, at: new Date(nowMs).toISOString() }
  const [row] = await tx.rows<Lead>(
    `update leads set bonus = greatest(-1000, least(1000, bonus + $4::int)),
       history = (select coalesce(jsonb_agg(e order by n), '[]') from jsonb_array_elements(
         jsonb_build_array($5::text::jsonb) || history) with ordinality as h(e, n) where n <= $6)
     where org_id = $1 and bot_id = $2 and name = $3 returning name, facts, bonus`,
    [orgId, botId, cutName(name), delta, storableJson(entry), keptReasons],
  )
  return row ?? { name, facts: {}, bonus: delta }
}

const cutName = (name: string): string => storableText(name.trim()).slice(0, 200)
