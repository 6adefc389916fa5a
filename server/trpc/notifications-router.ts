import { listNotifications } from "#server/services/notifications/list.ts"
import { markNotificationsRead } from "#server/services/notifications/mark-read.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const notificationsRouter = router({
  list: orgQuery(listNotifications),
  markRead: orgMutation(markNotificationsRead),
})
