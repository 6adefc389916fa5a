import { setPresence } from "#server/records/attendants/set-presence.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { PresenceInput } from "./schema.ts"

/** Says whether one answers conversations at the moment: what GET ATTENDANTS lists. */
export const setOwnPresence = defineVerb({
  name: "inbox.setPresence",
  permission: "inbox.answer",
  input: PresenceInput,
  audit: null,
  run: async ({ orgId, userId, container }: ServiceContext, { status }): Promise<null> => {
    const now = container.clock.now()
    await container.db.withOrg(orgId, (tx) => setPresence(tx, orgId, userId ?? "", status, now))
    return null
  },
})
