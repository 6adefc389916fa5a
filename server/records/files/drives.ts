import type { RecordPlace } from "../place.ts"
import type { Drive } from "./file-row.ts"

/** The drive of the bot: what its commands read and write. */
export function botDrive({ orgId, botId }: Pick<RecordPlace, "orgId" | "botId">): Drive {
  return { orgId, botId, area: "bot", owner: "" }
}

/** What was sent in this conversation, by either side. */
export function conversationDrive({ orgId, botId, conversationId }: RecordPlace): Drive {
  return { orgId, botId, area: "conversation", owner: conversationId }
}

/** The drive of the person the bot talks to; a visitor without an identity is known by the conversation. */
export function userDrive({ orgId, botId, contactId, conversationId }: RecordPlace): Drive {
  return { orgId, botId, area: "user", owner: contactId ?? conversationId }
}

/** Where a path is looked for: what a person sent is found by the path its value holds. */
export function readableDrives(place: RecordPlace): Drive[] {
  return [botDrive(place), conversationDrive(place)]
}
