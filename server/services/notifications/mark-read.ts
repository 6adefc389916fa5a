import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ReadNotificationsInput } from "./schema.ts"

/** Marks one's own notifications as read: those that are named, else all. What is not one's own stays as it is. */
export const markNotificationsRead = defineVerb({
  name: "notifications.markRead",
  permission: "org.read",
  input: ReadNotificationsInput,
  audit: null,
  run: async ({ orgId, userId, container }: ServiceContext, { ids }): Promise<null> => {
    await container.db.tenantQuery(
      [orgId],
      `update notifications set read_at = $3
       where org_id = $1 and user_id = $2 and read_at is null and ($4::text[] is null or id = any($4::text[]))`,
      [orgId, userId, container.clock.now(), ids ?? null],
    )
    return null
  },
})
