import { z } from "zod"
import { idOf } from "#catalog/ids.ts"

export const ListNotificationsInput = z.strictObject({
  limit: z.int().min(1).max(100).default(30),
})
export type ListNotificationsInput = z.input<typeof ListNotificationsInput>

/** All of one's own that are unread when none are named. */
export const ReadNotificationsInput = z.strictObject({
  ids: z.array(idOf("ntf")).max(100).optional(),
})
export type ReadNotificationsInput = z.input<typeof ReadNotificationsInput>
