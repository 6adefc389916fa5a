import { newId, type OrgId } from "#catalog/ids.ts"
import type { NotificationKind } from "#catalog/notifications.ts"
import type { OrgTx } from "#db/transaction.ts"

/** What members of an organization are told of, under the bell of the dashboard. */
export interface News {
  readonly orgId: OrgId
  /** Members; who is none is passed over. */
  readonly userIds: readonly string[]
  readonly kind: NotificationKind
  /** What the sentence of this kind is filled with. */
  readonly facts: Readonly<Record<string, string | number>>
  /** A path of the dashboard. */
  readonly link: string
  /** What it is about: the same again, while it is unread, counts instead of standing there twice. */
  readonly subject?: string
  readonly times?: number
  readonly at: Date
}

/** Tells members something. Writes: `notifications`. */
export async function notify(tx: OrgTx, news: News): Promise<void> {
  const { orgId, userIds, kind, facts, link, subject = "", times = 1, at } = news
  const ids = userIds.map(() => newId("ntf", at.getTime()))
  await tx.rows(
    `insert into notifications (org_id, id, user_id, kind, facts, link, subject, times, created_at)
     select $1, n.id, m.user_id, $4, $5::text::jsonb, $6, $7, $8::int, $9
     from unnest($2::text[], $3::text[]) as n(id, user_id)
     join members m on m.org_id = $1 and m.user_id = n.user_id
     on conflict (org_id, user_id, kind, subject) where read_at is null and subject <> ''
     do update set times = notifications.times + excluded.times, facts = excluded.facts,
       link = excluded.link, created_at = excluded.created_at`,
    [orgId, ids, [...userIds], kind, JSON.stringify(facts), link, subject, times, at],
  )
}
