import type { NotificationId } from "#catalog/ids.ts"
import { isNotificationKind, type NotificationKind } from "#catalog/notifications.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListNotificationsInput } from "./schema.ts"

export interface Notification {
  readonly id: NotificationId
  readonly kind: NotificationKind
  /** What the sentence of its kind is filled with. */
  readonly facts: Readonly<Record<string, string | number>>
  /** A path of the dashboard. */
  readonly link: string
  /** How often it happened before it was read. */
  readonly times: number
  readonly at: string
  readonly isRead: boolean
}

export interface Notifications {
  /** The latest first. */
  readonly entries: readonly Notification[]
  readonly unread: number
}

interface Row extends Omit<Notification, "kind" | "at"> {
  readonly kind: string
  readonly at: Date
}

/** What the person who asks was told in this organization. */
export const listNotifications = defineVerb({
  name: "notifications.list",
  permission: "org.read",
  input: ListNotificationsInput,
  audit: null,
  run: async ({ orgId, userId, container }: ServiceContext, { limit }): Promise<Notifications> => {
    const rows = await container.db.tenantQuery<Row & { readonly unread: number }>(
      [orgId],
      `select id, kind, facts, link, times, created_at as at, read_at is not null as "isRead",
         (select count(*)::int from notifications where org_id = $1 and user_id = $2 and read_at is null) as unread
       from notifications where org_id = $1 and user_id = $2
       order by created_at desc, id desc limit $3::int`,
      [orgId, userId, limit],
    )
    const entries = rows.flatMap(({ unread: _, kind, at, ...row }): Notification[] =>
      isNotificationKind(kind) ? [{ ...row, kind, at: at.toISOString() }] : [],
    )
    return { entries, unread: rows[0]?.unread ?? 0 }
  },
})
