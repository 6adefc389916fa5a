import type { Json } from "#basic/vm/value.ts"
import { readUserValue } from "#server/records/contacts/read-user-value.ts"
import type { RecordWork } from "#server/records/place.ts"
import type { Step } from "../step.ts"

/** What GET reads when its operand is no address: "session.key" or "user.key". Null for an address. */
export interface ContextPlace {
  readonly root: "session" | "user"
  readonly key: string
}

export function findContextPlace(operand: string): ContextPlace | null {
  const match = /^(session|user)\.([\p{L}\p{N}_.-]+)$/iu.exec(operand.trim())
  if (!match) return null
  return { root: match[1]!.toLowerCase() === "user" ? "user" : "session", key: match[2]! }
}

export async function readContext({ root, key }: ContextPlace, step: Step): Promise<Json> {
  if (root === "user") return await readPerson(key, step)
  if (key.toLowerCase() === "id") return step.conversationId
  const held = step.readSession(key)
  if (held !== null) return held
  if (key.toLowerCase() === "channel") return await step.record(readChannel)
  const personal = /^user_(id|name|email|phone)$/i.exec(key)
  return personal ? await readPerson(personal[1]!.toLowerCase(), step) : null
}

/** The id is our own; everything else is what is known of the person. */
async function readPerson(key: string, step: Step): Promise<Json> {
  return key.toLowerCase() === "id" ? step.contactId : await step.record(readUserValue(key))
}

/** The channel the conversation goes over, such as "web". */
const readChannel: RecordWork = async (tx, { orgId, conversationId }) => {
  const [row] = await tx.rows<{ channel: string }>(
    "select channel from conversations where org_id = $1 and id = $2",
    [orgId, conversationId],
  )
  return row?.channel ?? null
}
