import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type InboxItem, listLatest, listOpen } from "./load.ts"
import { ListInboxInput } from "./schema.ts"

/** The conversations that need a person or have one, those of the person who asks, or the latest of all. */
export const listInbox = defineVerb({
  name: "inbox.list",
  permission: "inbox.read",
  input: ListInboxInput,
  audit: null,
  run: async (
    { orgId, userId, container }: ServiceContext,
    { filter },
  ): Promise<{ items: InboxItem[]; isMore: boolean }> => {
    const items = await container.db.withOrg(orgId, (tx) =>
      filter === "all"
        ? listLatest(tx, orgId)
        : listOpen(tx, orgId, filter === "mine" ? userId : null),
    )
    return { items, isMore: items.length >= 100 }
  },
})
