/** What the bell of the dashboard can tell; the sentences stand in the texts under `bell.<kind>`. */
export const notificationKinds = [
  /** A run of a published bot ended with an error. */
  "bot_fault",
  /** A channel refused a message for good. */
  "channel_refused",
  /** A mail of a bot was given up. */
  "mail_refused",
  /** A budget for models nears its end, and one is used up. */
  "budget_warned",
  "budget_stopped",
  /** A tool waits for somebody to approve what a model wants done. */
  "approval_wanted",
  /** Somebody named you in a comment. */
  "mentioned",
] as const
export type NotificationKind = (typeof notificationKinds)[number]

export function isNotificationKind(kind: string): kind is NotificationKind {
  return notificationKinds.some((known) => known === kind)
}
