import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { EffectFailed, type MemoryScope } from "#server/keywords/step.ts"
import { storableJson, storableText } from "#server/records/storable.ts"
import { engineLimits } from "./engine-fault.ts"

export interface MemoryPlace {
  readonly orgId: OrgId
  readonly botId: string
  readonly scope: MemoryScope
  /** The contact, or the conversation of a visitor without an identity; empty for the bot's own. */
  readonly subject: string
  readonly key: string
}

/** Null when nothing is remembered, or it has expired. */
export async function readMemory(tx: OrgTx, at: MemoryPlace, nowMs: number): Promise<Json> {
  const [row] = await tx.rows<{ value: Json }>(
    `select value from memory_entries
     where org_id = $1 and bot_id = $2 and scope = $3 and subject = $4 and key = $5
       and (expires_at is null or expires_at > $6::timestamptz)`,
    [...placeParams(at), new Date(nowMs).toISOString()],
  )
  return row?.value ?? null
}

/** Null forgets. `expiresMs`: ms since 1970 UTC, null for ever. */
export async function writeMemory(
  tx: OrgTx,
  at: MemoryPlace,
  value: Json,
  expiresMs: number | null,
): Promise<void> {
  if (value === null) {
    await tx.rows(
      "delete from memory_entries where org_id = $1 and bot_id = $2 and scope = $3 and subject = $4 and key = $5",
      placeParams(at),
    )
    return
  }
  await tx.rows(
    `insert into memory_entries (org_id, bot_id, scope, subject, key, value, expires_at, updated_at)
     values ($1, $2, $3, $4, $5, $6::text::jsonb, $7::timestamptz, now())
     on conflict (org_id, bot_id, scope, subject, key)
     do update set value = excluded.value, expires_at = excluded.expires_at, updated_at = now()`,
    [
      ...placeParams(at),
      storableJson(value),
      expiresMs === null ? null : new Date(expiresMs).toISOString(),
    ],
  )
}

function placeParams({ orgId, botId, scope, subject, key }: MemoryPlace): string[] {
  return [orgId, botId, scope, subject, storableText(key)]
}

/** Throws: EffectFailed "memory.key_refused". */
export function checkMemoryKey(key: string) {
  if (key === "" || key.length > engineLimits.memoryKeyChars)
    throw new EffectFailed(
      "memory.key_refused",
      `A memory key has 1 to ${engineLimits.memoryKeyChars} characters; this one has ${key.length}.`,
    )
}

/** Throws: EffectFailed "memory.value_too_large". */
export function checkMemoryValue(key: string, value: Json) {
  const size = JSON.stringify(value).length
  if (size > engineLimits.memoryValueChars)
    throw new EffectFailed(
      "memory.value_too_large",
      `A remembered value has at most ${engineLimits.memoryValueChars} characters as JSON; the one for ${JSON.stringify(key)} has ${size}.`,
    )
}
