import type { NotificationKind } from "#catalog/notifications.ts"

/** A call that waits for a person, as it was asked for. */
export interface ApprovalFacts {
  readonly tool?: string
  /** Empty for everybody who answers for the bot. */
  readonly approver?: string
}

/** Says in words that somebody has to decide. The link opens a list: to open it decides nothing. */
export function describeApproval({ tool = "" }: ApprovalFacts, botName: string) {
  const kind: NotificationKind = "approval_wanted"
  return {
    kind,
    facts: { bot: botName, tool },
    link: "/tasks",
    subject: `${botName}: ${tool} waits for your approval`,
    text: `${botName} would like to use ${tool}, and a person has to approve it first.`,
  }
}
