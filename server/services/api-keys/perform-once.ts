import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { storableJson } from "#server/records/storable.ts"
import type { KeyContext } from "../context.ts"
import { hashBody } from "../conversations/hash-body.ts"

/** Longer than any operation takes: whoever has not ended by then has died. */
const heldMs = 5 * 60_000
const hourMs = 3_600_000

export interface Reply {
  readonly status: number
  readonly answer: unknown
}

interface Stored {
  readonly fingerprint: string
  readonly status: number | null
  readonly answer: unknown
  readonly heldUntil: Date
}

/**
 * Does what a request asks for, once for each idempotency key of an API key: its repetition is answered as it was and
 * causes nothing. What was refused is not kept, so that it can be tried again.
 *
 * A process that dies while it acts leaves a key that is held for five minutes and free after that.
 * Throws: AppError "request.key_reused" with another input, "request.in_progress", and what `perform` throws.
 */
export async function performOnce(
  context: KeyContext,
  { repeatKey, input }: { readonly repeatKey: string | null; readonly input: object },
  perform: () => Promise<Reply>,
): Promise<Reply> {
  if (repeatKey === null) return perform()
  const { orgId, apiKey, container } = context
  const place = [orgId, apiKey.id, repeatKey]
  const kept = await container.db.withOrg(orgId, (tx) =>
    takeHold(tx, place, hashBody(input), container.clock.now()),
  )
  if (kept !== null) return kept
  const where = "where org_id = $1 and key_id = $2 and repeat_key = $3"
  try {
    const reply = await perform()
    await container.db.tenantQuery(
      [orgId],
      `update api_replies set status = $4, answer = $5::text::jsonb ${where}`,
      [...place, reply.status, storableJson(reply.answer)],
    )
    return reply
  } catch (error) {
    await container.db.tenantQuery([orgId], `delete from api_replies ${where}`, place)
    throw error
  }
}

/** Gives what was answered before; null for whoever is to do it. */
async function takeHold(
  tx: OrgTx,
  place: readonly string[],
  fingerprint: string,
  now: Date,
): Promise<Reply | null> {
  const [orgId = ""] = place
  await tx.rows("delete from api_replies where org_id = $1 and expires_at <= $2", [orgId, now])
  const heldUntil = new Date(now.getTime() + heldMs)
  const taken = await tx.rows(
    `insert into api_replies (org_id, key_id, repeat_key, fingerprint, held_until, expires_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (org_id, key_id, repeat_key) do nothing returning 1 as taken`,
    [
      ...place,
      ...[fingerprint, heldUntil, new Date(now.getTime() + limits.repliesKeptHours * hourMs)],
    ],
  )
  if (taken.length > 0) return null
  const [stored] = await tx.rows<Stored>(
    `select fingerprint, status, answer, held_until as "heldUntil" from api_replies
     where org_id = $1 and key_id = $2 and repeat_key = $3 for update`,
    place,
  )
  if (stored === undefined) throw new AppError("request.in_progress")
  if (stored.fingerprint !== fingerprint) throw new AppError("request.key_reused")
  if (stored.status !== null) return { status: stored.status, answer: stored.answer }
  if (stored.heldUntil > now) throw new AppError("request.in_progress")
  await tx.rows(
    `update api_replies set held_until = $4
     where org_id = $1 and key_id = $2 and repeat_key = $3`,
    [...place, heldUntil],
  )
  return null
}
