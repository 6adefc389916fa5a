import type { BotId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { findBot } from "../delegation/find-bot.ts"
import type { RecordPlace } from "../place.ts"
import { storableText } from "../storable.ts"

/** What one SYNC takes over. */
const maxKeys = 1_000

/**
 * Shares a key of this bot's memory with another bot of the organization, and gives it the value it has now.
 *
 * Writes: `memory_shares`, `memory_entries`. Throws: AppError "bot.not_found".
 */
export async function shareMemory(
  tx: OrgTx,
  place: RecordPlace,
  { key, bot }: { readonly key: string; readonly bot: string },
): Promise<null> {
  const other = await findBot(tx, place, bot)
  await tx.rows(
    `insert into memory_shares (org_id, bot_id, with_bot_id, key) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [place.orgId, place.botId, other.id, storableText(key)],
  )
  await copyShared(tx, place, { from: place.botId, to: other.id, key })
  return null
}

/**
 * Takes over every value another bot of the organization shares with this one, as it is now. Gives how many.
 *
 * Writes: `memory_entries`. Throws: AppError "bot.not_found".
 */
export async function syncMemory(tx: OrgTx, place: RecordPlace, bot: string): Promise<number> {
  const other = await findBot(tx, place, bot)
  return await copyShared(tx, place, { from: other.id, to: place.botId, key: null })
}

/** Copies what is shared and has not expired; nothing else of a bot's memory leaves it. */
async function copyShared(
  tx: OrgTx,
  { orgId, nowMs }: RecordPlace,
  {
    from,
    to,
    key,
  }: { readonly from: string | BotId; readonly to: string | BotId; readonly key: string | null },
): Promise<number> {
  const copied = await tx.rows(
    `insert into memory_entries (org_id, bot_id, scope, subject, key, value, expires_at, updated_at)
     select m.org_id, $3, 'bot', '', m.key, m.value, m.expires_at, now()
     from memory_shares s join memory_entries m
       on m.org_id = s.org_id and m.bot_id = s.bot_id and m.scope = 'bot' and m.subject = '' and m.key = s.key
     where s.org_id = $1 and s.bot_id = $2 and s.with_bot_id = $3
       and ($4::text is null or s.key = $4) and (m.expires_at is null or m.expires_at > $5::timestamptz)
     order by m.key limit $6::int
     on conflict (org_id, bot_id, scope, subject, key)
     do update set value = excluded.value, expires_at = excluded.expires_at, updated_at = now()
     returning key`,
    [orgId, from, to, key === null ? null : storableText(key), new Date(nowMs), maxKeys],
  )
  return copied.length
}
